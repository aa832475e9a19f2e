/** What the tracker is to reach, and how far from it a run was: of each bar, its worst figure. */
import type { Row } from './reads-and-writes.ts'
import { BUT_THE_PICTURE } from './start-costs.ts'
import type { Started } from './starts.ts'
import type { Measured, Run } from './table.ts'

export interface Bar {
  what: string
  figure: number
  is: 'at least' | 'at most'
  bound: number
  isMet: boolean
}

/** Asked for by most, and most often. */
const HOT = ['/', '/status.json', '/feed.atom']
/** Deadlines on a page of the board: with fewer in the ledger, it has less to show. */
const A_PAGE = 100

const KIB = 1024

export function barsOf({ ledgers, import: imported, start }: Run): Bar[] {
  const [small, large] = [ledgers[0], ledgers[ledgers.length - 1]]
  const full = ledgers.find(({ deadlines }) => deadlines >= A_PAGE) ?? large
  const reads = ledgers.flatMap(({ rows }) => rows.filter(({ method }) => method === 'GET'))
  const isHot = ({ address }: Row) => HOT.includes(address.replace('?at=', ''))
  const isPage = ({ status }: Row) => status === 200
  const costs = start.starts.filter(({ name }) => name === BUT_THE_PICTURE)
  const of = `with ${count(large)} deadlines, of those with`
  return [
    atLeast(0.8, 'requests a second, of the bare Worker’s', reads.filter(isHot).map(speed)),
    atMost(0.01, 'rows read a request, while nothing is recorded', reads.map(again)),
    atMost(1.2, `rows read after a change ${of} ${count(full)}`, grown(large, full, isPage, rows)),
    atMost(1.2, `p99 ${of} ${count(small)}`, grown(large, small, isPage, p99)),
    atMost(1.2, `rows of a write ${of} ${count(small)}`, grown(large, small, isWrite, rows)),
    atLeast(0.5, 'speed of an import, of the bare Worker’s', [imported.ratios.speed]),
    atMost(256, 'KiB of scripts, gzipped as they are uploaded', [start.scripts / KIB]),
    atMost(2, 'CPU of a start without the picture, of a bare Hono Worker’s', costs.map(times)),
  ].flat()
}

const times = ({ timesTheFirst }: Started) => timesTheFirst
const speed = ({ ratios }: Row) => ratios.requests
const p99 = ({ ratios }: Row) => ratios.p99
const again = ({ rowsAgain }: Row) => rowsAgain ?? 0
const rows = ({ rows: { tracker } }: Row) => tracker.read + tracker.written
const isWrite = ({ method }: Row) => method === 'POST'
const count = ({ deadlines }: Measured) => deadlines.toLocaleString('en')

/** A figure with one ledger, as a multiple of what it is with another. */
function grown(
  ledger: Measured,
  from: Measured,
  isMeant: (row: Row) => boolean,
  figureOf: (row: Row) => number,
): number[] {
  if (ledger === from) return []
  return ledger.rows.flatMap((row, index) =>
    isMeant(row) ? [figureOf(row) / figureOf(from.rows[index])] : [],
  )
}

/** None where there is nothing to hold against it. */
function atLeast(bound: number, what: string, figures: number[]): Bar[] {
  const figure = Math.min(...figures)
  if (figures.length === 0) return []
  return [{ what, figure, is: 'at least', bound, isMet: figure >= bound }]
}

function atMost(bound: number, what: string, figures: number[]): Bar[] {
  const figure = Math.max(...figures)
  if (figures.length === 0) return []
  return [{ what, figure, is: 'at most', bound, isMet: figure <= bound }]
}
