import { describe, expect, it } from 'vitest'
import type { Subject } from '../../../src/href.ts'
import { ledgerOf, part, SHIPPED, subscribeOf, textOf, viewAt } from '../ledger.ts'

const AT = '2025-07-21T20:00:00Z'
const SITE = 'https://eleventh-hour.example'

const pageFor = (subject: Subject, asked = {}) => subscribeOf(SHIPPED, viewAt(AT, asked), subject)

/** Each address that is shown in full. */
const shown = (page: string) =>
  [...page.matchAll(/<code id="[^"]*" dir="ltr">([^<]*)</g)].map(([, address]) =>
    address.replaceAll('&amp;', '&'),
  )

const webcals = (page: string) =>
  [...page.matchAll(/href="(webcal[^"]*)"/g)].map(([, address]) => address)

describe('the page to subscribe by', () => {
  it('gives every address of everything in full', () => {
    const page = pageFor('everything')
    expect(shown(page)).toEqual([
      `${SITE}/feed.atom`,
      `${SITE}/feed.rss`,
      `${SITE}/feed.json`,
      `${SITE}/calendar.ics`,
      `${SITE}/calendar.ics?alarm=P1D`,
      `${SITE}/status.json`,
      `${SITE}/feed.atom?kind=ultimatum&certainty=firm&only=moves,outcomes`,
    ])
    expect(textOf(page)).toContain('Subscribe Everything Every change as it comes')
  })

  it('gives every address of a topic', () => {
    const page = pageFor({ topic: 'russia-ukraine-war' })
    const base = `${SITE}/topics/russia-ukraine-war`
    expect(shown(page)).toEqual([
      ...[`${base}.atom`, `${base}.rss`, `${base}.feed.json`],
      ...[`${base}.ics`, `${base}.ics?alarm=P1D`, `${base}.json`],
      `${base}.atom?kind=ultimatum&certainty=firm&only=moves,outcomes`,
    ])
    expect(part(page, 'div', 'hero-words')).toContain('<a href="/topics/russia-ukraine-war">')
    expect(page).toContain('<title>Russia–Ukraine war: Subscribe · Eleventh Hour</title>')
  })

  it('gives every address of a deadline, which is of one kind', () => {
    const page = pageFor({ slug: 'russia-50-days' })
    const base = `${SITE}/deadlines/russia-50-days`
    expect(shown(page)).toEqual([
      ...[`${base}.atom`, `${base}.rss`, `${base}.feed.json`],
      ...[`${base}.ics`, `${base}.ics?alarm=P1D`, `${base}.json`],
      `${base}.atom?only=moves,outcomes`,
    ])
    expect(page).not.toContain('kind=')
    expect(textOf(part(page, 'div', 'hero-words'))).toContain('End the war in Ukraine within')
  })

  it('opens calendars in their own app, from a site with TLS too', () => {
    expect(webcals(pageFor('everything'))).toEqual([
      'webcal://eleventh-hour.example/calendar.ics',
      'webcal://eleventh-hour.example/calendar.ics?alarm=P1D',
    ])
  })

  it('gives addresses of what is to come, whatever instant it is of', () => {
    const page = pageFor({ topic: 'russia-ukraine-war' }, { at: AT })
    expect(shown(page).join()).not.toContain('at=')
    expect(textOf(page)).toContain('as known on 21 July 2025')
    expect(page).toContain(`href="/subscribe?at=${AT}"`)
  })

  it('says of each address in a line what it suits', () => {
    const said = textOf(pageFor('everything'))
    for (const line of ['reader apps', 'by mail', 'programs', 'all-day event, in any time zone']) {
      expect(said).toContain(line)
    }
    expect(said).toContain('one day before: that is the P1D in the address. PT2H would be two')
  })

  it('offers each topic by a link and each deadline by a form, and marks what is chosen', () => {
    const nav = part(pageFor({ topic: 'russia-ukraine-war' }, { at: AT }), 'nav', 'choosing')
    expect(nav).toContain(`topic=russia-ukraine-war&amp;at=${AT}" aria-current="true"`)
    expect(nav).toContain(`<input type="hidden" name="at" value="${AT}"/>`)
    expect(nav).not.toContain('selected')
    const chosen = part(pageFor({ slug: 'russia-50-days' }), 'nav', 'choosing')
    expect(chosen).toContain('<option value="russia-50-days" selected="" dir="auto">')
    expect(chosen.match(/<option/g)).toHaveLength(1 + SHIPPED.deadlines.length)
  })

  it('has a button for each address, that is hidden until it can do something', () => {
    const page = pageFor('everything')
    const buttons = [...page.matchAll(/<button[^>]*data-copies="([^"]*)" hidden="">/g)]
    expect(buttons).toHaveLength(7)
    for (const [, id] of buttons) expect(page).toContain(`<code id="${id}"`)
    expect(page).toContain('<span>Copy</span> <span class="unseen">Atom</span>')
  })

  it('keeps a title in its own direction', () => {
    const page = subscribeOf(ledgerOf({ title: 'عنوان' }), viewAt(AT), { slug: 'a-deadline' })
    expect(page).toContain('<bdi>عنوان</bdi></a></h1>')
  })
})
