/** A run, as it is read. */
import { barsOf } from './bars.ts'
import type { Bulk } from './bulk.ts'
import type { Row } from './reads-and-writes.ts'
import type { StartCosts } from './start-costs.ts'
import type { Surroundings } from './surroundings.ts'

export interface Measured {
  deadlines: number
  reportsEach: number
  rows: Row[]
}

export interface Run {
  surroundings: Surroundings
  ledgers: Measured[]
  import: Bulk
  start: StartCosts
}

const COLUMNS = ['', 'requests/s', 'p50', 'p99', 'CPU', 'rows read', 'again', 'rows written']

export function tableOf(run: Run): string {
  const { surroundings, ledgers, import: imported, start } = run
  const cells = ledgers.flatMap(({ rows }) => rows.map((row) => [nameOf(row), ...cellsOf(row)]))
  const widths = widthsOf([COLUMNS, ...cells])
  const listed = ledgers.flatMap((ledger) => ledgerOf(ledger, widths))
  const parts = [headOf(surroundings), listed, importOf(imported), startOf(start), metBy(run)]
  return parts.flat().join('\n')
}

function headOf({ date, commit, machine, versions }: Surroundings): string[] {
  const cores = `${machine.cores} ${machine.cores === 1 ? 'core' : 'cores'}`
  return [
    `${date}, commit ${commit}`,
    `${machine.model}, ${cores}; ${machine.system}; Node ${versions.node}, workerd ${versions.workerd}`,
    '',
    'Multiples of what a bare Worker takes that returns the same bytes, measured in turn with it in',
    'one process: of requests a second more is better, of all else less. Rows are counted; a multiple',
    'beside them is of those that the bare Worker writes. `again` is how many each of many requests',
    'reads while nothing is recorded: once a second, one of them looks whether something was.',
  ]
}

function ledgerOf({ deadlines, reportsEach, rows }: Measured, widths: number[]): string[] {
  const title = `${whole(deadlines)} deadlines, ${whole(reportsEach)} reports each`
  const rule = widths.map((width) => '─'.repeat(width))
  const listed = rows.map((row) => [nameOf(row), ...cellsOf(row)])
  return ['', title, '', ...[COLUMNS, rule, ...listed].map((cells) => aligned(cells, widths))]
}

function nameOf({ method, address, status }: Row): string {
  return `${status === 304 ? '304' : method}`.padEnd(5) + address
}

function cellsOf({ ratios, rows: { tracker, bare }, rowsAgain }: Row): string[] {
  const { requests, p50, p99, cpu } = ratios
  const written = bare.written > 0 ? `${times(tracker.written / bare.written)}  ` : ''
  return [
    ...[requests, p50, p99, cpu].map(times),
    ...[whole(tracker.read), few(rowsAgain), `${written}${whole(tracker.written)}`],
  ]
}

function importOf({ reports, ratios }: Bulk): string[] {
  const speed = `${times(ratios.speed)} as fast as the same rows inserted in equal batches`
  return [
    '',
    `Import of ${whole(reports)} reports`,
    '',
    `${speed}, for ${times(ratios.cpu)} the CPU`,
  ]
}

function startOf({ scripts, starts: [bare, ...own] }: StartCosts): string[] {
  const cells = own.map(({ name, timesTheFirst }) => [times(timesTheFirst), name])
  return [
    '',
    `A start, by its CPU, as a multiple of that of ${bare.name}`,
    '',
    ...cells.map((row) => row.join('  ')),
    '',
    `${whole(Math.ceil(scripts / 1024))} KiB of scripts, gzipped as they are uploaded`,
  ]
}

/** The worst figure for each bar, and whether it is met. */
function metBy(run: Run): string[] {
  const cells = barsOf(run).map(({ what, figure, is, bound, isMet }) => [
    what,
    toTwoFigures(figure),
    `${is} ${bound}`,
    isMet ? 'met' : 'missed',
  ])
  return [
    '',
    'The bars, each by its worst figure',
    '',
    ...cells.map((row) => aligned(row, widthsOf(cells))),
  ]
}

function widthsOf(rows: string[][]): number[] {
  return rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
}

/** The first column to the left, figures to the right. */
function aligned(cells: string[], widths: number[]): string {
  const place = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])
  return cells.map(place).join('  ').trimEnd()
}

/** A multiple, to two figures, or whole. */
export function times(ratio: number): string {
  return `${toTwoFigures(ratio)}×`
}

function toTwoFigures(figure: number): string {
  const format = { minimumSignificantDigits: 2, maximumSignificantDigits: 2 }
  return figure < 10 ? figure.toLocaleString('en', format) : whole(Math.round(figure))
}

/** To two places, where it is no whole number. */
function few(count: number | null): string {
  return count === null ? '' : count.toLocaleString('en', { maximumFractionDigits: 2 })
}

function whole(count: number): string {
  return count.toLocaleString('en')
}
