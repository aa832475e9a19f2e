import { describe, expect, it } from 'vitest'
import { boardOf, ledgerOf, pageOf, part, SHIPPED, textOf, viewAt } from './ledger.ts'

const said = (when: string | null, reportedAt: string) => ({ when, reportedAt, zone: 'UTC' })

/** How a deadline's page at noon of 10 July marks it; null where it does not. */
function markOf(...reports: object[]): string | null {
  const page = pageOf(ledgerOf({}, ...reports), 'a-deadline', viewAt('2025-07-10T12:00:00Z'))
  return page.includes('lately-moved') ? textOf(part(page, 'p', 'lately-moved')) : null
}

const FIRST = said('2025-07-20', '2025-06-01T12:00:00Z')
const RECENT = '2025-07-08T12:00:00Z'

describe('a deadline that moved in the last week', () => {
  it.each([
    ['later', '2025-07-25', 'Moved 20 July 25 July, says A ministry, 8 July'],
    ['earlier', '2025-07-15', 'Moved 20 July 15 July, says A ministry, 8 July'],
    ['wider', '2025-07-19/2025-07-21', 'Moved 20 July 19–21 July, says A ministry, 8 July'],
    ['narrower', '2025-07-20T12:00', 'Moved 20 July 20 July, 12:00, says A ministry, 8 July'],
    ['into doubt', '2025-07-20?', 'Moved 20 July possibly 20 July, says A ministry, 8 July'],
    ['to no date', null, 'Moved 20 July no date, says A ministry, 8 July'],
  ])('%s says so, with the old date', (_, when, marked) => {
    expect(markOf(FIRST, said(when, RECENT))).toBe(marked)
  })

  it('strikes through each date that it left', () => {
    const view = viewAt('2025-07-30T20:00:00Z')
    const mark = part(pageOf(SHIPPED, 'russia-50-days', view), 'p', 'lately-moved')
    expect(mark.match(/<del>/g)).toHaveLength(2)
    expect(textOf(mark)).toMatch(/2 September 7–9 August 8 August, says Donald Trump .*, 29 July$/)
    expect(mark).toContain('<ins><time datetime="2025-08-08">8 August</time></ins>')
  })

  it('ends with the date that it has, also where that was set anew', () => {
    const mark = markOf(
      FIRST,
      said(null, '2025-07-07T12:00:00Z'),
      said('2025-07-28', '2025-07-09T12:00:00Z'),
    )
    expect(mark).toMatch(/20 July 28 July, says A ministry, 9 July$/)
  })

  it('has its mark on the board, in the hero and among the others', () => {
    const board = boardOf(SHIPPED, viewAt('2025-07-21T20:00:00Z'))
    expect(part(board, 'article', 'hero')).toContain('<del><span class="date">21–27 July</span>')
    expect(board.match(/class="lately-moved"/g)).toHaveLength(1)
    const sooner = ledgerOf({ slug: 'sooner' }, { deadline: 'sooner', when: '2025-07-31' })
    const both = {
      deadlines: [...SHIPPED.deadlines, ...sooner.deadlines],
      reports: [...SHIPPED.reports, ...sooner.reports],
    }
    const later = boardOf(both, viewAt('2025-07-29T20:00:00Z'))
    expect(part(later, 'article', 'hero')).not.toContain('lately-moved')
    expect(part(later, 'section', 'others')).toContain('class="lately-moved"')
  })

  it('points to where the date went, also where it was only narrowed since', () => {
    const arrowAt = (at: string) =>
      /class="arrow"[^>]*><path d="([^"]*)"/.exec(
        part(pageOf(SHIPPED, 'russia-50-days', viewAt(at)), 'p', 'lately-moved'),
      )?.[1]
    expect(arrowAt('2025-07-28T20:00:00Z')).toBe('M2 5H14M6 1L2 5L6 9')
    expect(arrowAt('2025-07-30T20:00:00Z')).toBe('M2 5H14M6 1L2 5L6 9')
    expect(arrowAt('2025-08-05T10:00:00Z')).toBe('M2 5H14M6 1L2 5L6 9M10 1L14 5L10 9')
  })
})

describe('no mark is on a deadline', () => {
  it.each([
    ['whose date was only set', [said('2025-07-20', RECENT)]],
    ['that moved seven days ago', [FIRST, said('2025-07-25', '2025-07-03T12:00:00Z')]],
    ['that moves tomorrow', [FIRST, said('2025-07-25', '2025-07-11T12:00:00Z')]],
    ['whose date was said again', [FIRST, said('2025-07-20', RECENT)]],
    [
      'that has ended',
      [
        FIRST,
        said('2025-07-25', RECENT),
        { says: 'outcome', outcome: { result: 'met' }, when: undefined, reportedAt: RECENT },
      ],
    ],
  ])('%s', (_, reports) => {
    expect(markOf(...reports)).toBeNull()
  })

  it('but is there to the last second of the week', () => {
    expect(markOf(FIRST, said('2025-07-25', '2025-07-03T12:00:01Z'))).not.toBeNull()
  })
})
