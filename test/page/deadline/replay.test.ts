import { describe, expect, it } from 'vitest'
import { ledgerOf, pageOf, part, SHIPPED, textOf, viewAt } from '../ledger.ts'

const replay = (at: string, asked?: Parameters<typeof viewAt>[1]) =>
  part(pageOf(SHIPPED, 'russia-50-days', viewAt(at, asked)), 'nav', 'replay')
const PATH = '/deadlines/russia-50-days?at='
const stops = (markup: string) =>
  [...markup.matchAll(/<a class="stop (\w+)" href="([^"]*)"/g)].map(([, kind, href]) => [
    kind,
    href.replace(PATH, '').slice(0, 10),
  ])
const steps = (markup: string) =>
  [...markup.matchAll(/<a href="([^"]*)" class="step"[^>]*>.*?unseen">([^<]*)/gs)].map(
    ([, href, name]) => [name, href.replace(PATH, '').slice(0, 10)],
  )

describe('The replay', () => {
  it('leads to each moment at which something was reported, those still to come among them', () => {
    const markup = replay('2025-07-28T20:00:00Z')
    expect(stops(markup)).toEqual([
      ['before', '2025-07-14'],
      ['current', '2025-07-28'],
      ['after', '2025-07-29'],
      ['after', '2025-08-09'],
    ])
    expect(markup.match(/aria-current="time"/g)).toHaveLength(1)
    expect(markup).toContain('aria-label="28 July 2025, 12:00 UTC (2 of 4)" aria-current="time"')
    expect(textOf(markup)).toContain('28 July 2025, 12:00 UTC (2 of 4)')
  })

  it.each([
    ['before the first', '2025-07-01', ['First report', 'Report after', 'Last report']],
    ['at the first', '2025-07-15', ['Report after', 'Last report']],
    [
      'in the middle',
      '2025-07-28',
      ['First report', 'Report before', 'Report after', 'Last report'],
    ],
    ['at the last', '2025-08-20', ['First report', 'Report before']],
  ])('steps on and back %s', (_, day, names) => {
    expect(steps(replay(`${day}T20:00:00Z`)).map(([name]) => name)).toEqual(names)
  })

  it('steps to the moment beside the one shown', () => {
    expect(steps(replay('2025-07-28T20:00:00Z'))).toEqual([
      ['First report', '2025-07-14'],
      ['Report before', '2025-07-14'],
      ['Report after', '2025-07-29'],
      ['Last report', '2025-08-09'],
    ])
  })

  it('keeps to what had been recorded by the instant asked for', () => {
    const asked = { known: '2026-12-01T00:00:00Z' }
    expect(replay('2026-11-23T00:00:00Z', asked)).toContain('&amp;known=2026-12-01T00:00:00Z')
  })

  it('gives away nothing but the instant of what was said later', () => {
    const page = pageOf(SHIPPED, 'russia-50-days', viewAt('2025-07-14T20:00:00Z'))
    expect(page).not.toMatch(/8 August|7–9 August|Kyiv Independent|Unmet|10 or 12 days/)
    expect(page).toContain(`${PATH}2025-08-09T12:00:00Z`)
  })

  it('is not there where there is nothing to choose from', () => {
    const page = pageOf(ledgerOf({}, {}), 'a-deadline', viewAt('2025-08-01T00:00:00Z'))
    expect(page).not.toContain('class="replay"')
  })
})
