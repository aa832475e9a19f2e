/** What the drift chart has labels for, the most important first. */
import type { Status } from '../../deadline/status.ts'
import { highest, lowest } from '../../deadline/window.ts'
import { writeOutcome } from '../outcome.tsx'
import type { View } from '../page.ts'
import type { DateStyle } from '../words/date.ts'
import { wordsFor } from '../words/words.ts'
import type { Line, Word } from './drift.ts'
import { heightOf, type Spot, spotsAlong, spotsAround, type Wanted } from './drift-labels.ts'
import { spotsApart } from './drift-leaders.ts'
import { type Axes, type Box, diagonal, type Form } from './drift-scale.ts'
import { boxOf, type Ring, stepsOf } from './drift-shapes.ts'
import { drawn, writeChange, writeSaid, writeWhen } from './drift-words.ts'

/** All that one rendering is drawn from. */
export interface Drawing {
  view: View
  status: Status
  lines: Line[]
  axes: Axes
  form: Form
  /** How dates are written, a year that is everywhere the same left out. */
  style: DateStyle
}

export function wantedLabels(drawing: Drawing, ring: Ring | null): Wanted[] {
  const said = drawing.lines.flatMap((line) =>
    byWeight(line).map((word, rank) => ({ rank, label: wordLabel(drawing, line, word, rank) })),
  )
  // The last word of each source comes before what any said earlier.
  const ranked = said.sort((a, b) => Math.min(a.rank, 1) - Math.min(b.rank, 1))
  const labels = ranked.map(({ label }) => label)
  return [...outcomeLabel(drawing, ring), ...labels, ...todayLabel(drawing)]
}

/** The source's last date and its first, then those that moved furthest. */
function byWeight({ words }: Line): Word[] {
  const changed = words.filter((word) => word.change)
  const ends = new Set([changed.at(-1), changed[0]].filter((word) => word !== undefined))
  const between = changed.filter((word) => !ends.has(word))
  const silent = words.filter((word) => !word.when && !word.change).slice(0, 1)
  return [...ends, ...between.sort((a, b) => distance(b) - distance(a)), ...silent]
}

function distance({ when, change }: Word): number {
  if (!when || !change?.before) return 0
  const [from, to] = [change.before.window, when.window]
  return Math.max(Math.abs(lowest(to) - lowest(from)), Math.abs(highest(to) - highest(from))) || 0
}

/** More sources than so many are led to by no lines. */
const MOST_LED = 8
/** Of a name, where there is little room. */
const FEW_LETTERS = 18

/** What may be said of a word: the first line is the date, and each has a spot beside its bar. */
function wordLabel(drawing: Drawing, line: Line, word: Word, rank: number): Wanted {
  const { form, axes, lines } = drawing
  const box = boxOf(form, axes, word)
  const step = stepsOf(form, axes, line).find(({ x }) => x === box.x)
  const beside = (text: string[]) => ({ lines: text, spots: spotsOf(word, box, step, text) })
  const apart = (text: string[]) => [
    { lines: text, spots: spotsApart(form, markOf(word, box), text) },
  ]
  const { full, what, long, short } = textsOf(drawing, word)
  // Who says it goes without saying where there is one source alone.
  if (lines.length === 1) {
    return {
      role: 'more',
      wordings: [full, what, ...long.slice(0, 1), what.slice(0, 1)].map(beside),
    }
  }
  const poorer = [what, what.slice(0, 1)].map(beside)
  if (rank > 0) return { role: 'more', wordings: [...[full, ...long].map(beside), ...poorer] }
  const isLed = lines.indexOf(line) < MOST_LED
  const led = isLed ? apart : () => []
  const wordings = [
    ...[full, ...long].map(beside),
    ...long.flatMap(led),
    ...short.map(beside),
    ...short.flatMap(led),
  ]
  return { role: line.isLeading ? 'first' : isLed ? 'source' : 'more', wordings, poorer }
}

/** The date, how it changed, who said it and when; less and less of it. */
function textsOf({ view, form, lines, style }: Drawing, word: Word) {
  const { name } = word.report.source
  const date = writeWhen(view, word, style)
  const moved = word.when && word.change?.before ? writeChange(view, word) : null
  const what = moved ? [date, moved] : [date]
  const isAlone = lines.length === 1
  const said = writeSaid(view, word, style, { isAlone, mostLetters: form.mostLetters })
  const briefly = drawn(name, FEW_LETTERS)
  return {
    ...{ full: [...what, said], what },
    long: [said, drawn(name, form.mostLetters)].map((who) => [date, who]),
    short: [[date, briefly], [`${date}${wordsFor(view).comma}${briefly}`]],
  }
}

/** What a line leads to: the bar, or the ring that stands for "no date". */
function markOf({ when }: Word, box: Box): Box {
  return when ? box : { ...box, width: 0 }
}

function spotsOf({ when }: Word, box: Box, step: Box | undefined, lines: string[]): Spot[] {
  const around = spotsAround(box, lines)
  // "No date" is a mark at the foot: its label begins there, or ends.
  if (!when) return spotsAround({ ...box, width: 0 }, lines).slice(0, 2)
  return step ? [...spotsAlong(step, lines), ...around] : around
}

function outcomeLabel({ view, status: { outcome } }: Drawing, ring: Ring | null): Wanted[] {
  if (!outcome || !ring) return []
  const { x, y } = ring
  const words = wordsFor(view)
  const follows = outcome.consequence ? [words.consequence[outcome.consequence]] : []
  const lines = [writeOutcome(view, { ...outcome, consequence: null }), ...follows]
  const height = heightOf(lines)
  const spots: Spot[] = [
    { x, dx: 12, y: y + 4, anchor: 'start' },
    { x, dx: 12, y: y - height / 2, anchor: 'start' },
    { x, dx: 6, y: y + 10, anchor: 'end' },
    { x, dx: 12, y: y - height - 4, anchor: 'start' },
    { x, dx: 6, y: y - height - 10, anchor: 'end' },
  ]
  return [{ role: 'first', wordings: [{ lines, spots }] }]
}

function todayLabel({ view, form, axes }: Drawing): Wanted[] {
  const line = diagonal(form, axes)
  if (!line) return []
  const lines = [wordsFor(view).phrase.today]
  const spots = [0.35, 0.55, 0.2, 0.75, 0.9].flatMap((share): Spot[] => {
    const x = line.x1 + (line.x2 - line.x1) * share
    const y = line.y1 + (line.y2 - line.y1) * share
    return [
      { x, dx: 12, y: y + 4, anchor: 'start' },
      { x, dx: -12, y: y - 20, anchor: 'end' },
    ]
  })
  return [{ role: 'more', wordings: [{ lines, spots }], isQuiet: true }]
}
