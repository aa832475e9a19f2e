import { env } from 'cloudflare:test'
import type { D1Database } from '@cloudflare/workers-types'
import { beforeEach, describe, expect, test } from 'vitest'
import { wantsNewest } from '../../../src/api/answers/keepable.ts'
import { exported, shippedDatabase } from '../../ledger/database.ts'
import { request } from '../request.ts'
import { askJson } from '../tracker.ts'
import { go, hidden, ORIGIN, signIn } from './browsing.ts'
import { EDITORS } from './editors.ts'

const DATE = '/desk/deadlines/russia-50-days/date'

let db: D1Database
beforeEach(async () => {
  db = await shippedDatabase()
})

const SAID = {
  ...{
    id: '7f2c1f2e-0000-4000-8000-5d2f1c1a7e10',
    way: 'date',
    edtf: '2027-02-03',
    zone: 'Europe/Kyiv',
  },
  ...{
    'source.name': 'Donald Trump',
    'source.standing': 'issuer',
    reportedAt: '2026-11-20T10:00:00Z',
  },
}

describe('A report by a form', () => {
  let cookie: string
  beforeEach(async () => {
    cookie = await signIn()
  })

  const send = async (path: string, form: Record<string, string>) => {
    const response = await go(path, { cookie, form })
    return { response, page: await response.text() }
  }

  test('is first shown with what it would change, and recorded when that was seen', async () => {
    const before = await exported(db)
    const { response, page } = await send(DATE, { ...SAID, step: 'preview' })
    expect(response.status).toBe(200)
    expect(page).toContain('What this will change')
    expect(page).toContain('The countdown goes to 3 February 2027')
    expect(page).toMatch(/Phase: closed .*<b>upcoming<\/b>/)
    expect(page).toContain('value="2027-02-03"')
    expect(await exported(db)).toBe(before)
    const recorded = await send(DATE, {
      ...SAID,
      step: 'record',
      previewed: hidden(page, 'previewed'),
    })
    expect(recorded.response.status).toBe(303)
    expect(recorded.response.headers.get('location')).toBe(
      '/desk/deadlines/russia-50-days?recorded',
    )
    // Then the editor is shown the newest of every page.
    const [set] = recorded.response.headers.getSetCookie()
    expect(set).toMatch(
      /^__Secure-recorded=1; Max-Age=5; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    expect(wantsNewest(new Headers({ cookie: set.split(';')[0] }))).toBe(true)
    expect(await askJson('/deadlines/russia-50-days.json')).toMatchObject({
      ...{ when: '2027-02-03', zone: 'Europe/Kyiv', phase: 'upcoming' },
    })
    const [last] = (await exported(db)).trim().split('\n').slice(-1)
    expect(JSON.parse(last)).toMatchObject({ id: SAID.id, recordedBy: 'Ada Lovelace' })
  })

  test('is not recorded unseen, or when it is not what was seen', async () => {
    const before = await exported(db)
    const unseen = await send(DATE, { ...SAID, step: 'record' })
    expect(unseen.page).toContain('not what you looked at')
    const previewed = hidden(unseen.page, 'previewed')
    const other = await send(DATE, { ...SAID, edtf: '2027-02-04', step: 'record', previewed })
    expect(other.page).toContain('The countdown goes to 4 February 2027')
    expect(other.page).toContain('not what you looked at')
    expect(await exported(db)).toBe(before)
  })

  test('is looked at once more where somebody else recorded meanwhile', async () => {
    const { page } = await send(DATE, { ...SAID, step: 'preview' })
    const previewed = hidden(page, 'previewed')
    const theirs = { ...SAID, id: '7f2c1f2e-0000-4000-8000-5d2f1c1a7e11', edtf: '2027-03-01' }
    const seen = await send(DATE, { ...theirs, step: 'preview' })
    await send(DATE, { ...theirs, step: 'record', previewed: hidden(seen.page, 'previewed') })
    const mine = await send(DATE, { ...SAID, step: 'record', previewed })
    expect(mine.response.status).toBe(200)
    expect(mine.page).toContain('not what you looked at')
  })

  test('is looked at once more where somebody else recorded what is yet to come', async () => {
    const { page } = await send(DATE, { ...SAID, step: 'preview' })
    const previewed = hidden(page, 'previewed')
    const id = '7f2c1f2e-0000-4000-8000-5d2f1c1a7e12'
    const theirs = { ...SAID, id, reportedAt: '2099-01-01T00:00:00Z' }
    const seen = await send(DATE, { ...theirs, step: 'preview' })
    await send(DATE, { ...theirs, step: 'record', previewed: hidden(seen.page, 'previewed') })
    const mine = await send(DATE, { ...SAID, step: 'record', previewed })
    expect(mine.page).toContain('not what you looked at')
  })

  test('sent twice is recorded once', async () => {
    const { page } = await send(DATE, { ...SAID, step: 'preview' })
    const form = { ...SAID, step: 'record', previewed: hidden(page, 'previewed') }
    await send(DATE, form)
    const once = await exported(db)
    const again = await send(DATE, form)
    expect(again.response.status).toBe(200)
    await send(DATE, { ...form, previewed: hidden(again.page, 'previewed') })
    expect(await exported(db)).toBe(once)
  })

  test('that was recorded, and is changed and sent again, becomes another', async () => {
    const { page } = await send(DATE, { ...SAID, step: 'preview' })
    await send(DATE, { ...SAID, step: 'record', previewed: hidden(page, 'previewed') })
    const changed = { ...SAID, edtf: '2027-02-04' }
    const again = await send(DATE, { ...changed, step: 'preview' })
    expect(again.response.status).toBe(400)
    expect(again.page).toContain('This was recorded as it was before')
    const another = { ...changed, id: hidden(again.page, 'id') }
    const seen = await send(DATE, { ...another, step: 'preview' })
    const form = { ...another, step: 'record', previewed: hidden(seen.page, 'previewed') }
    expect((await send(DATE, form)).response.status).toBe(303)
    const said = (await exported(db)).trim().split('\n').slice(-2)
    expect(said.map((line) => JSON.parse(line).when)).toEqual(['2027-02-03', '2027-02-04'])
  })

  test('with something wrong keeps what was typed, and says what beside the field', async () => {
    const wrong = {
      ...SAID,
      edtf: '2025-02-30',
      'source.standing': '',
      'source.url': 'ftp://x',
      note: 'A <b>note</b>',
    }
    const { response, page } = await send(DATE, { ...wrong, step: 'record' })
    expect(response.status).toBe(400)
    expect(page).toContain('value="2025-02-30"')
    expect(page).toContain('A &lt;b&gt;note&lt;/b&gt;')
    for (const [id, why] of [
      ['when', '01 to 28'],
      ['source.standing', 'must be one of'],
      ['source.url', 'must be a link'],
    ]) {
      const beside = new RegExp(`id="${id.replace('.', '\\.')}-fault" class="fault">([^<]*)`).exec(
        page,
      )
      expect(beside?.[1]).toContain(why)
      expect(page).toContain(`href="#${id}"`)
    }
    expect(page).toMatch(
      /<select id="source\.standing"[^>]* aria-invalid="true"[^>]* aria-describedby="source\.standing-fault"/,
    )
  })

  /** Looks at a form and records it; what is recorded last. */
  const recordLast = async (path: string, form: Record<string, string>) => {
    const { page } = await send(path, form)
    await send(path, { ...form, step: 'record', previewed: hidden(page, 'previewed') })
    return JSON.parse((await exported(db)).trim().split('\n').slice(-1)[0])
  }

  test('records every field that it has', async () => {
    const source = {
      ...{ name: 'A', standing: 'party', via: 'CNN' },
      ...{ url: 'https://a.example/', archiveUrl: 'https://archive.example/' },
    }
    const said = {
      zone: 'Europe/Kyiv',
      quote: 'Q',
      lang: 'uk',
      note: 'N',
      reportedAt: SAID.reportedAt,
    }
    const outcome = { result: 'partly-met', consequence: 'late', at: '2026-11-20' }
    const prefixed = (prefix: string, values: object) =>
      Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]))
    const form = { ...said, ...prefixed('source.', source), ...prefixed('outcome.', outcome) }
    const recorded = await recordLast('/desk/deadlines/russia-50-days/outcome', form)
    expect(recorded).toMatchObject({ ...said, source, outcome, says: 'outcome' })
    const deadline = {
      ...{ title: 'T', kind: 'deadline', slug: 's', topic: 't', issuer: 'I', demand: 'D' },
      ...{ threat: 'Or else', place: 'P', issuedAt: '2026-11-20' },
    }
    expect(await recordLast('/desk/new', deadline)).toMatchObject(deadline)
  })

  test('comes with what is usual in it: now, the zone of before, and for a note ourselves', async () => {
    const typedIn = (page: string, name: string) =>
      new RegExp(`<input id="${name}"[^>]* value="([^"]*)"`).exec(page)?.[1]
    const date = await (await go('/desk/deadlines/istanbul-round-3/date', { cookie })).text()
    expect(typedIn(date, 'zone')).toBe('Europe/Istanbul')
    expect(typedIn(date, 'source.name')).toBe('')
    expect(Date.parse(typedIn(date, 'reportedAt') ?? '')).toBeGreaterThan(Date.now() - 10_000)
    const note = await (await go('/desk/deadlines/istanbul-round-3/note', { cookie })).text()
    expect(typedIn(note, 'source.name')).toBe('Eleventh Hour')
    expect(note).toContain('<option value="desk" selected')
  })

  test('that is entered late shows what it changes of that time, and one ahead that it waits', async () => {
    const path = '/desk/deadlines/istanbul-round-3/date'
    const zelensky = { 'source.name': 'Volodymyr Zelensky', 'source.standing': 'party' }
    const late = { ...SAID, ...zelensky, reportedAt: '2025-07-20T10:00:00Z' }
    const { page } = await send(path, late)
    expect(page).toContain('Nothing in the status changes now')
    expect(page).toContain('As of 20 July 2025, 10:00 UTC:')
    const ahead = await send(path, { ...SAID, reportedAt: '2999-01-01T00:00:00Z' })
    expect(ahead.page).toContain('It is said to come later than now')
  })

  test('has one character for each line break, as in what is sent by the API', async () => {
    const form = { ...SAID, quote: `${'x\r\n'.repeat(666)}xx` }
    const { page } = await send(DATE, { ...form, step: 'preview' })
    await send(DATE, { ...form, step: 'record', previewed: hidden(page, 'previewed') })
    const [last] = (await exported(db)).trim().split('\n').slice(-1)
    expect(JSON.parse(last).quote).toBe(`${'x\n'.repeat(666)}xx`)
  })

  test('states a counted period, or no date', async () => {
    const counted = { ...SAID, way: 'counted', edtf: '', in: 'P50D', from: '2026-11-20' }
    expect((await send(DATE, counted)).page).toContain('The countdown goes to 9 January 2027')
    expect((await send(DATE, { ...counted, way: 'date' })).page).toContain('9 January 2027')
    const dated = { ...counted, edtf: '2027-02-03', in: '', from: '' }
    expect((await send(DATE, dated)).page).toContain('The countdown goes to 3 February 2027')
    const both = { ...counted, edtf: '2027-02-03' }
    expect((await send(DATE, both)).page).toContain('The countdown goes to 9 January 2027')
    const first = await send(DATE, { ...both, way: 'date' })
    expect(first.page).toContain('The countdown goes to 3 February 2027')
    expect((await send(DATE, { ...SAID, way: 'none' })).page).toMatch(/Certainty: .*<b>no date/)
  })

  test('of an outcome offers what fits the kind, and closes', async () => {
    const path = '/desk/deadlines/leaders-meeting/outcome'
    const empty = await (await go(path, { cookie })).text()
    expect(empty).toContain('<option value="held"')
    expect(empty).not.toContain('<option value="unmet"')
    expect(empty).not.toContain('outcome.consequence')
    const { page } = await send(path, {
      ...SAID,
      'outcome.result': 'cancelled',
      'outcome.at': '2026-11',
    })
    expect(page).toMatch(/Outcome: none .*<b>cancelled<\/b>/)
    expect(empty).toMatch(/<select id="outcome\.result"[^>]* aria-required="true"/)
    const missing = await send(path, SAID)
    expect(missing.page).toContain('id="outcome.result-fault"')
  })

  test('takes a report back, which names what it takes back', async () => {
    const { log } = await askJson<{ log: { id: string }[] }>('/deadlines/russia-50-days.json')
    const last = log.at(-1)?.id
    const path = `/desk/deadlines/russia-50-days/retract/${last}`
    expect(await (await go(path, { cookie })).text()).toContain('recorded to have said')
    const { page } = await send(path, SAID)
    expect(page).toMatch(/Outcome: unmet; not carried out .*<b>none<\/b>/)
    await send(path, { ...SAID, step: 'record', previewed: hidden(page, 'previewed') })
    const desk = await (await go('/desk/deadlines/russia-50-days', { cookie })).text()
    expect(desk).toContain('<strong> taken back</strong>')
    expect(desk).not.toContain(`/retract/${last}"`)
    expect(desk.match(/\/retract\//g)).toHaveLength(log.length - 1)
    expect((await go('/desk/deadlines/russia-50-days/retract/none', { cookie })).status).toBe(404)
  })

  test('is no longer than a form may be, and has no files', async () => {
    expect((await send(DATE, { ...SAID, note: 'x'.repeat(1024 * 1024) })).response.status).toBe(413)
    const body = new FormData()
    for (const [name, value] of Object.entries(SAID)) body.append(name, value)
    body.append('edtf', new Blob(['2027-01-01']), 'date.txt')
    const headers = { cookie, origin: ORIGIN }
    const asked = { method: 'POST', body, headers }
    const response = await request(ORIGIN + DATE, asked, { ...env, EDITORS })
    expect(await response.text()).toContain('The countdown goes to 3 February 2027')
    const json = {
      ...asked,
      body: '{}',
      headers: { ...headers, 'content-type': 'application/json' },
    }
    expect((await request(ORIGIN + DATE, json, { ...env, EDITORS })).status).toBe(415)
  })

  test('of a deadline that there is not is not found', async () => {
    expect((await go('/desk/deadlines/none/date', { cookie })).status).toBe(404)
    expect((await go('/desk/nowhere', { cookie })).status).toBe(404)
  })
})
