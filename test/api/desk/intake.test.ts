import type { D1Database } from '@cloudflare/workers-types'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Draft } from '../../../src/intake/article.ts'
import { exported, shippedDatabase } from '../../ledger/database.ts'
import { askJson } from '../tracker.ts'
import { go, hidden, signIn } from './browsing.ts'
import { send } from './editors.ts'

const TEXT = `A third round of direct talks between Russia and Ukraine will take place in Istanbul on Wednesday,
Ukrainian President Volodymyr Zelensky said. An anonymous source told TASS that the delegations would meet on Thursday.
The talks come a week after US President Donald Trump issued an ultimatum to Russian President Vladimir Putin to end the
war in Ukraine in 50 days or face new sanctions. Two earlier rounds of talks were held in Istanbul on 16 May and 2 June.`

const ARTICLE = { text: TEXT.replaceAll('\n', ' '), published: '2025-07-21', via: 'CNN' }

let db: D1Database
let before: string
beforeEach(async () => {
  db = await shippedDatabase()
  before = await exported(db)
})

describe('POST /intake', () => {
  test('gives drafts with the sentence of each, and stores nothing', async () => {
    const { status, body } = await send('/intake', ARTICLE)
    expect(status).toBe(200)
    const drafts = body.drafts as Draft[]
    expect(drafts.map(({ report, past }) => [report.when, report.source.standing, past])).toEqual([
      ['2025-07-23', 'party', false],
      ['2025-07-24', 'anonymous', false],
      ['2025-09-02', 'issuer', false],
      ['2025-05-16', 'media', true],
      ['2025-06-02', 'media', true],
    ])
    for (const { sentence } of drafts) expect(ARTICLE.text).toContain(sentence)
    expect(await exported(db)).toBe(before)
  })

  test('says of no draft that it was said later than now', async () => {
    const today = new Date().toISOString().slice(0, 10)
    const text =
      'Talks between Norland and Sudland will be held tomorrow, the Norland government said.'
    const { body } = await send('/intake', { text, published: today })
    const [{ report }] = body.drafts as Draft[]
    expect(Date.parse(report.reportedAt)).toBeLessThanOrEqual(Date.now())
  })

  test.each([
    [{ ...ARTICLE, text: '' }, '#/text'],
    [{ ...ARTICLE, text: undefined }, '#/text'],
    [{ ...ARTICLE, published: 'Monday' }, '#/published'],
    [{ ...ARTICLE, published: '2025-07' }, '#/published'],
    [{ ...ARTICLE, zone: 'EST' }, '#/zone'],
    [{ ...ARTICLE, by: 'A' }, '#/by'],
  ])('names what is wrong with an article: %#', async (article, pointer) => {
    const { status, body } = await send('/intake', article)
    expect(status).toBe(400)
    expect(body.errors?.map((error) => error.pointer)).toEqual([pointer])
  })
})

type Fields = Record<string, string>

/** The fields of a page's form, as a browser would send them: the boxes that are not ticked are not. */
function fieldsOf(page: string): Fields {
  const unescaped = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
  const fields: Fields = {}
  for (const [tag, name] of page.matchAll(/<input [^>]*name="([^"]+)"[^>]*>/g)) {
    if (/type="checkbox"/.test(tag)) continue
    fields[name] = unescaped(/ value="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  for (const [, name, text] of page.matchAll(/<textarea [^>]*name="([^"]+)"[^>]*>([^<]*)</g)) {
    fields[name] = unescaped(text)
  }
  for (const [, name, options] of page.matchAll(
    /<select [^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/g,
  )) {
    fields[name] = /value="([^"]*)" selected/.exec(options)?.[1] ?? ''
  }
  return fields
}

describe('An article on the desk', () => {
  let cookie: string
  let drafts: Fields

  const post = async (form: Fields) => {
    const response = await go('/desk/intake', { cookie, form })
    return { response, page: await response.text() }
  }

  beforeEach(async () => {
    cookie = await signIn()
    const { page } = await post({ ...ARTICLE, step: 'read' })
    drafts = fieldsOf(page)
  })

  test('is read into drafts of which none is ticked, each of the deadline that it is likely of', async () => {
    const of = [0, 1, 2, 3, 4].map((index) => drafts[`drafts.${index}.of`])
    expect(of).toEqual([
      ...['istanbul-round-3', 'istanbul-round-3', 'russia-50-days'],
      ...['istanbul-round-1', 'istanbul-round-2'],
    ])
    expect(drafts['drafts.3.as']).toBe('held')
    expect(drafts['drafts.0.when']).toBe('2025-07-23')
    const { response, page } = await post({ ...drafts, step: 'preview' })
    expect(response.status).toBe(400)
    expect(page).toContain('tick what is to be recorded')
    expect(await exported(db)).toBe(before)
  })

  test('is recorded as it was ticked, corrected and looked at, all of it together', async () => {
    const ticked = {
      ...drafts,
      ...{ 'drafts.0.ticked': 'yes', 'drafts.1.ticked': 'yes', 'drafts.1.when': '2025-07-24?' },
      ...{ 'drafts.2.ticked': 'yes', 'drafts.2.of': '', 'drafts.2.title': 'Another ultimatum' },
    }
    const { page } = await post({ ...ticked, step: 'preview' })
    expect(page).toContain('Opens ultimatum: Another ultimatum')
    expect(await exported(db)).toBe(before)
    const sent = { ...ticked, step: 'record', previewed: hidden(page, 'previewed') }
    const { response } = await post(sent)
    expect(response.headers.get('location')).toBe('/desk?recorded=3')
    const added = (await exported(db)).slice(before.length).trim().split('\n')
    expect(
      added
        .map((line) => JSON.parse(line))
        .map(({ slug, deadline, when }) => [slug ?? deadline, when]),
    ).toEqual([
      ['istanbul-round-3', '2025-07-23'],
      ['istanbul-round-3', '2025-07-24?'],
      ['another-ultimatum', undefined],
      ['another-ultimatum', '2025-09-02'],
    ])
    await post(sent)
    expect((await exported(db)).slice(before.length).trim().split('\n')).toEqual(added)
  })

  test('opens one deadline for several drafts of it, with what came of it and when', async () => {
    const ticked = {
      ...drafts,
      ...{ 'drafts.3.ticked': 'yes', 'drafts.3.of': '', 'drafts.3.title': 'An earlier round' },
      ...{ 'drafts.4.ticked': 'yes', 'drafts.4.of': 'draft:3', 'drafts.4.as': 'date' },
    }
    const { page } = await post({ ...ticked, step: 'preview' })
    await post({ ...ticked, step: 'record', previewed: hidden(page, 'previewed') })
    const { log } = await askJson<{ log: { says: string; when: string; outcome: object }[] }>(
      '/deadlines/an-earlier-round.json',
    )
    expect(log.map(({ says, when }) => [says, when])).toEqual(
      expect.arrayContaining([
        ['date', '2025-05-16'],
        ['date', '2025-06-02'],
        ['outcome', null],
      ]),
    )
    expect(log).toHaveLength(3)
  })

  test('stores nothing where a draft is wrong, keeps all that was typed, and says where', async () => {
    const ticked = {
      ...drafts,
      ...{ 'drafts.0.ticked': 'yes', 'drafts.1.ticked': 'yes', 'drafts.2.ticked': 'yes' },
      ...{ 'drafts.0.when': '2025-02-30', 'drafts.1.source.name': '', 'drafts.1.note': 'Kept' },
      ...{ 'drafts.2.as': 'held' },
    }
    const { response, page } = await post({ ...ticked, step: 'record' })
    expect(response.status).toBe(400)
    expect(page).toContain('id="drafts.0.when-fault"')
    expect(page).toContain('id="drafts.1.source.name-fault"')
    expect(page).toContain('Kept')
    expect(fieldsOf(page)['drafts.0.when']).toBe('2025-02-30')
    expect(page.match(/name="drafts\.\d\.ticked"[^>]* checked/g)).toHaveLength(3)
    const unfit = await post({
      ...drafts,
      'drafts.2.ticked': 'yes',
      'drafts.2.as': 'held',
      step: 'preview',
    })
    expect(unfit.page).toMatch(/id="drafts\.2\.as-fault" class="fault">[^<]*does not fit ultimatum/)
    expect(await exported(db)).toBe(before)
  })

  test('opens a deadline for each draft of a new one, though their titles are the same', async () => {
    const titled = (index: number, place: string) => ({
      [`drafts.${index}.ticked`]: 'yes',
      [`drafts.${index}.of`]: '',
      [`drafts.${index}.title`]: 'A round',
      [`drafts.${index}.place`]: place,
    })
    const ticked = { ...drafts, ...titled(0, 'Doha'), ...titled(1, 'Oslo'), ...titled(3, 'Doha') }
    const { page } = await post({ ...ticked, step: 'preview' })
    await post({ ...ticked, step: 'record', previewed: hidden(page, 'previewed') })
    expect(await askJson('/deadlines/a-round.json')).toMatchObject({ place: 'Doha' })
    expect(await askJson('/deadlines/a-round-2.json')).toMatchObject({ place: 'Oslo' })
  })

  test('that was recorded, and is changed and sent again, becomes another', async () => {
    const ticked: Fields = { ...drafts, 'drafts.0.ticked': 'yes' }
    const { page } = await post({ ...ticked, step: 'preview' })
    await post({ ...ticked, step: 'record', previewed: hidden(page, 'previewed') })
    const again = await post({ ...ticked, 'drafts.0.when': '2025-07-25', step: 'preview' })
    expect(again.page).toMatch(/id="drafts\.0\.of-fault"[^<]*>This was recorded/)
    const id = fieldsOf(again.page)['drafts.0.id']
    expect(id).not.toBe(ticked['drafts.0.id'])
    const other = { ...ticked, 'drafts.0.when': '2025-07-25', 'drafts.0.id': id }
    expect((await post({ ...other, step: 'preview' })).response.status).toBe(200)
  })

  test('may be of the same deadline as an earlier draft, whichever that is', async () => {
    const ticked = { 'drafts.0.ticked': 'yes', 'drafts.1.ticked': 'yes', 'drafts.1.of': 'draft:0' }
    const { response, page } = await post({ ...drafts, ...ticked, step: 'preview' })
    expect(response.status).toBe(200)
    expect(page.match(/<h3>/g)).toHaveLength(1)
    const wrong = await post({ ...drafts, ...ticked, 'drafts.0.of': '', 'drafts.0.title': '' })
    expect(wrong.page).toContain('id="drafts.0.title-fault"')
    expect(wrong.page).not.toContain('id="drafts.1.of-fault"')
  })

  test('cannot be of a deadline that there is not', async () => {
    const { page } = await post({ ...drafts, 'drafts.0.ticked': 'yes', 'drafts.0.of': 'none' })
    expect(page).toMatch(/id="drafts\.0\.of-fault"[^<]*>[^<]*no deadline none/)
  })

  test('is offered the deadline that it is likely of, however many there are', async () => {
    const many = Array.from({ length: 210 }, (_, number) => ({
      ...{ slug: `other-${number}`, kind: 'deadline', title: `Other ${number}` },
    }))
    const dated = many.map(({ slug }) => ({
      ...{ deadline: slug, says: 'date', when: '2099', reportedAt: '2025-08-30T00:00:00Z' },
      source: { name: 'A', standing: 'media' },
    }))
    const file = [...many, ...dated].map((line) => JSON.stringify(line)).join('\n')
    expect(await send('/ledger', file)).toMatchObject({ status: 200 })
    const { page } = await post({ ...ARTICLE, step: 'read' })
    expect(fieldsOf(page)['drafts.0.of']).toBe('istanbul-round-3')
  })

  test('cannot be of a deadline that an unticked draft would open', async () => {
    const form = { ...drafts, 'drafts.1.ticked': 'yes', 'drafts.1.of': 'draft:0', step: 'preview' }
    const { page } = await post(form)
    expect(page).toMatch(/id="drafts\.1\.of-fault"[^<]*>[^<]*tick it/)
  })

  test('that says nothing of a date is said to say nothing', async () => {
    const { page } = await post({
      text: 'It rained all day.',
      published: '2025-07-21',
      step: 'read',
    })
    expect(page).toContain('No sentence of it says when something is due.')
    expect(page).not.toContain('name="drafts.0')
  })

  test('with something wrong keeps its text', async () => {
    const { response, page } = await post({
      text: 'Some <text>',
      published: 'Monday',
      step: 'read',
    })
    expect(response.status).toBe(400)
    expect(page).toContain('id="published-fault"')
    expect(page).toContain('Some &lt;text&gt;')
  })

  test('of more drafts than a page has is read in parts', async () => {
    const months = ['August', 'September', 'October']
    const days = Array.from(
      { length: 60 },
      (_, day) => `${1 + (day % 28)} ${months[Math.floor(day / 28)]}`,
    )
    const text = days
      .map((day) => `Talks between Norland and Sudland will be held on ${day}.`)
      .join(' ')
    const { page } = await post({ text, published: '2025-07-21', via: 'A', step: 'read' })
    expect(page.match(/class="draft"/g)).toHaveLength(50)
    expect(page).toContain('It has 10 drafts more.')
  })

  test('names a field by its draft and its label', async () => {
    const { page } = await post({
      ...{ ...drafts, step: 'preview' },
      ...{ 'drafts.1.ticked': 'yes', 'drafts.1.source.name': '' },
    })
    expect(page).toMatch(/href="#drafts\.1\.source\.name"><b>Draft 2: Source<\/b> is missing/)
  })
})
