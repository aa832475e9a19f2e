/** Those who are told: a webhook, a WebSub subscriber of the Atom feed, and somebody who listens at /live. */
import { createHmac, randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { ClockedTracker } from './clocked-tracker.ts'
import { listenAt } from './listener.ts'
import { receive, verified } from './receiver.ts'

export const AUDIENCE = ['webhook', 'websub', 'live'] as const

/** One of the audience, and what it heard of. */
export interface Ear {
  name: (typeof AUDIENCE)[number]
  /** By id, when it first came: by the tracker's clock, in milliseconds. */
  heard: Map<string, number>
  /** How often it was sent what it had already. */
  again: number
  /** What has to be done now and then to go on being told. */
  keep?(): Promise<void>
  stop(): void
}

export function gather(tracker: ClockedTracker): Promise<Ear[]> {
  return Promise.all([openWebhook(tracker), followFeed(tracker), listen(tracker)])
}

function newEar(name: Ear['name']): Ear {
  return { name, heard: new Map(), again: 0, stop: () => {} }
}

/** Takes what was sent together; gives how much of it is new. */
function hear(ear: Ear, ids: string[], at: number): void {
  const fresh = ids.filter((id) => !ear.heard.has(id))
  if (fresh.length === 0) ear.again++
  for (const id of fresh) ear.heard.set(id, at)
}

async function openWebhook(tracker: ClockedTracker): Promise<Ear> {
  const ear = newEar('webhook')
  let secret = ''
  const receiver = await receive((request, body) => {
    const { type, data } = JSON.parse(body)
    if (type === 'webhook.challenge') return [200, data.challenge]
    hear(ear, [verified(secret, request, body, tracker.now()).data.id], tracker.now())
    return [204]
  })
  const answer = await fetch(`${tracker.origin}/webhooks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: receiver.origin }),
  })
  const webhook = (await answer.json()) as { state: string; secret: string }
  if (webhook.state !== 'active') throw new Error(`no webhook: ${JSON.stringify(webhook)}`)
  secret = webhook.secret
  return Object.assign(ear, { stop: receiver.stop })
}

const DAY_MS = 86_400_000
const LEASE_MS = 10 * DAY_MS

async function followFeed(tracker: ClockedTracker): Promise<Ear> {
  const ear = newEar('websub')
  const secret = randomUUID()
  let leasedUntil = 0
  const receiver = await receive((request, body) => {
    if (request.method === 'GET') {
      leasedUntil = tracker.now() + LEASE_MS
      return [
        200,
        new URL(request.url ?? '', tracker.origin).searchParams.get('hub.challenge') ?? '',
      ]
    }
    hear(ear, entriesOf(secret, request, body), tracker.now())
    return [204]
  })
  const keep = async () => {
    if (leasedUntil > tracker.now() + LEASE_MS / 2) return
    await askHub(tracker, {
      callback: `${receiver.origin}/`,
      secret,
      lease_seconds: LEASE_MS / 1000,
    })
    while (leasedUntil < tracker.now() + LEASE_MS / 2) await pause(20)
  }
  await keep()
  return Object.assign(ear, { stop: receiver.stop, keep })
}

async function askHub(tracker: ClockedTracker, asked: Record<string, string | number>) {
  const topic = `${tracker.origin}/feed.atom`
  const fields = Object.entries({ mode: 'subscribe', topic, ...asked })
  const body = new URLSearchParams(fields.map(([name, value]) => [`hub.${name}`, String(value)]))
  const answer = await fetch(`${tracker.origin}/hub`, { method: 'POST', body })
  if (answer.status !== 202) throw new Error(await answer.text())
}

/** The ids of a feed's entries, once its signature is checked. */
function entriesOf(secret: string, { headers }: IncomingMessage, body: string): string[] {
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
  if (headers['x-hub-signature'] !== signature) throw new Error('it is not signed')
  const [, ...entries] = body.split('<entry>')
  const ids = [...entries.join().matchAll(/<id>urn:uuid:([^<]+)<\/id>/g)].map(([, id]) => id)
  if (new Set(ids).size < ids.length) throw new Error('an entry is in it twice')
  return ids
}

async function listen(tracker: ClockedTracker): Promise<Ear> {
  const ear = newEar('live')
  const listener = listenAt(`${tracker.origin}/live`, ({ data }) =>
    hear(ear, [JSON.parse(data).data.id], tracker.now()),
  )
  while (!listener.isOpen) await pause(20)
  return Object.assign(ear, { stop: listener.stop })
}
