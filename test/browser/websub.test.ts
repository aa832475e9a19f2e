/**
 * The hub as subscribers meet it: a tracker that was really started, and a subscriber that finds the
 * hub by the feed's Link header. The numbers are those of the tests of hubs at websub.rocks; 105,
 * plain text, is of no feed here.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Callback, openSubscriber } from './subscriber.ts'
import { EDITOR_TOKEN, type RunningTracker, startTracker } from './tracker.ts'

let tracker: RunningTracker
let subscriber: Awaited<ReturnType<typeof openSubscriber>>

beforeAll(async () => {
  tracker = await startTracker()
  subscriber = await openSubscriber()
})

afterAll(async () => {
  subscriber?.stop()
  await tracker?.stop()
})

/** The hub and the topic, as a feed's own headers name them. */
async function discover(path: string): Promise<{ hub: string; topic: string }> {
  const { headers } = await fetch(tracker.origin + path, { method: 'HEAD' })
  const [, hub, topic] =
    /^<([^>]*)>; rel="hub", <([^>]*)>; rel="self"$/.exec(headers.get('link') ?? '') ?? []
  return { hub, topic }
}

async function send(
  path: string,
  { address, secret }: Callback,
  more: Record<string, string> = {},
): Promise<number> {
  const { hub, topic } = await discover(path)
  const form = new URLSearchParams({
    ...{ 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.callback': address },
    ...(secret !== null && { 'hub.secret': secret }),
    ...more,
  })
  return (await fetch(hub, { method: 'POST', body: form })).status
}

/** Subscribes, and waits until the hub has asked for it so often. */
async function subscribe(path: string, callback: Callback, more: Record<string, string> = {}) {
  const before = callback.asked.length
  expect(await send(path, callback, more)).toBe(202)
  await expect.poll(() => callback.asked.length).toBe(before + 1)
}

async function write(path: string, body: object): Promise<void> {
  const headers = { authorization: `Bearer ${EDITOR_TOKEN}`, 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  const response = await fetch(tracker.origin + path, init)
  expect([201, await response.text()]).toEqual([response.status, expect.anything()])
}

const inSeconds = (seconds: number) =>
  new Date(Date.now() + seconds * 1000).toISOString().replace(/\.\d+/, '')

let days = 0

/** A deadline moves: each time to another day. */
async function move(slug: string, when: string | null = null): Promise<void> {
  await write(`/deadlines/${slug}/reports`, {
    ...{ says: 'date', when: when ?? inSeconds(++days * 86_400 + 30 * 86_400), zone: 'UTC' },
    source: { name: 'The issuer', standing: 'issuer' },
    reportedAt: inSeconds(0),
  })
}

/** Opens a deadline of the test's own. */
async function open(slug: string): Promise<string> {
  await write('/deadlines', { slug, kind: 'talks', title: `Talks: ${slug}`, topic: 'websub' })
  return slug
}

const received = (callback: Callback) => expect.poll(() => callback.delivered.length)

describe('A subscriber', () => {
  test('100: gets a feed as it stands whenever it changes', async () => {
    const slug = await open('w100')
    const path = `/deadlines/${slug}.atom`
    const callback = subscriber.callback()
    await subscribe(path, callback)
    const { hub, topic } = await discover(path)
    const { 'hub.challenge': challenge, ...asked } = callback.asked[0]
    expect(asked).toEqual({
      ...{ for: 'test', 'hub.mode': 'subscribe', 'hub.topic': topic },
      'hub.lease_seconds': '864000',
    })
    expect(challenge.length).toBeGreaterThan(30)
    await move(slug)
    await received(callback).toBe(1)
    const served = await fetch(topic)
    expect(callback.delivered).toEqual([
      {
        ...{ type: served.headers.get('content-type'), body: await served.text(), isSigned: null },
        links: `<${hub}>; rel="hub", <${topic}>; rel="self"`,
      },
    ])
    await move(slug)
    await received(callback).toBe(2)
    expect(callback.delivered[1].body).toBe(await (await fetch(topic)).text())
  })

  test.each(['w101.atom', 'w101.rss', 'w101.feed.json'])(
    '101: with a secret gets %s signed by it',
    async (file) => {
      const slug = `${file.replaceAll('.', '-')}`
      await open(slug)
      const callback = subscriber.callback('a secret, für mich')
      await subscribe(`/deadlines/${slug}${file.slice(4)}`, callback)
      await move(slug)
      await received(callback).toBe(1)
      expect(callback.delivered[0].isSigned).toBe(true)
    },
  )

  test('102: may send what the hub does not know', async () => {
    await subscribe('/feed.rss', subscriber.callback(), { foo: 'bar', 'hub.foo': 'hub.bar' })
  })

  test('103: that subscribes again is told once, by its new secret', async () => {
    const slug = await open('w103')
    const path = `/deadlines/${slug}.rss`
    const callback = subscriber.callback('the first')
    await subscribe(path, callback)
    callback.secret = 'the second'
    await subscribe(path, callback, { 'hub.lease_seconds': '5' })
    expect(callback.asked[1]['hub.lease_seconds']).toBe('3600')
    for (let times = 1; times <= 2; times++) {
      await move(slug)
      await received(callback).toBe(times)
    }
    expect(callback.delivered[1].isSigned).toBe(true)
  })

  test('104: that unsubscribes is told no more', async () => {
    const slug = await open('w104')
    const path = `/deadlines/${slug}.atom`
    const [leaving, staying] = [subscriber.callback(), subscriber.callback()]
    await subscribe(path, leaving)
    await subscribe(path, staying)
    await move(slug)
    for (const each of [leaving, staying]) await received(each).toBe(1)
    await subscribe(path, leaving, { 'hub.mode': 'unsubscribe' })
    // The hub may still be at its last delivery when it has its answer.
    await move(slug)
    await received(staying).toBe(2)
    const before = leaving.delivered.length
    await move(slug)
    await received(staying).toBe(3)
    expect(leaving.delivered).toHaveLength(before)
  })

  test('106: gets JSON as JSON', async () => {
    const slug = await open('w106')
    const callback = subscriber.callback()
    await subscribe('/topics/websub.feed.json', callback)
    await move(slug)
    await received(callback).toBe(1)
    const [{ type, body }] = callback.delivered
    expect(type).toBe('application/feed+json; charset=utf-8')
    expect(JSON.parse(body).items[0].title).toContain('Talks: w106')
  })

  test('that does not agree is not subscribed, and not told', async () => {
    const slug = await open('w-no')
    const path = `/deadlines/${slug}.atom`
    const [refusing, agreeing] = [subscriber.callback(), subscriber.callback()]
    refusing.agrees = []
    await subscribe(path, refusing)
    await subscribe(path, agreeing)
    for (let times = 1; times <= 2; times++) {
      await move(slug)
      await received(agreeing).toBe(times)
    }
    expect(refusing.delivered).toEqual([])
  })

  test('of what is no feed here is denied, with the reason', async () => {
    const callback = subscriber.callback()
    const topic = `${tracker.origin}/deadlines/nowhere.atom`
    await subscribe('/feed.atom', callback, { 'hub.topic': topic })
    expect(callback.asked).toEqual([
      {
        ...{ for: 'test', 'hub.mode': 'denied', 'hub.topic': topic },
        'hub.reason': 'There is no deadline "nowhere".',
      },
    ])
  })

  test('that has gone (410) is told no more, and one that fails is tried again', async () => {
    const slug = await open('w-410')
    const path = `/deadlines/${slug}.atom`
    const [gone, failing] = [subscriber.callback(), subscriber.callback()]
    await subscribe(path, gone)
    await subscribe(path, failing)
    gone.status = 410
    failing.status = 503
    await move(slug)
    await received(gone).toBe(1)
    await received(failing).toBe(1)
    gone.status = 204
    failing.status = 204
    await received(failing).toBe(2)
    await move(slug)
    await received(failing).toBe(3)
    expect(gone.delivered).toHaveLength(1)
  })

  test('is told when a milestone passes, by nothing but the clock', async () => {
    const slug = await open('w-clock')
    // An hour before it is a milestone: in six seconds.
    await move(slug, inSeconds(3606))
    const callback = subscriber.callback()
    await subscribe(`/deadlines/${slug}.feed.json`, callback)
    await received(callback).toBe(1)
    const [{ body }] = callback.delivered
    expect(JSON.parse(body).items[0].tags[0]).toBe('milestone')
  })
})
