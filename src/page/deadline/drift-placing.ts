/** Where the drift chart's labels go, so that none lies on another or on a bar. Pure. */
import { textWidth } from '../text-width.ts'
import {
  grown,
  lengthWithin,
  meet,
  piecesOf,
  runsThrough,
  shortOf,
  touch,
} from './drift-crossings.ts'
import { heightOf, type Label, type Spot, type Wanted, type Wording } from './drift-labels.ts'
import type { Box, Form, Segment } from './drift-scale.ts'

/** Each tries another order, and the table has what none of them finds room for. */
const MOST_ATTEMPTS = 5

/**
 * Places the labels, the most important first, each where it is free both at the form's least width
 * and at its most. What finds no room is left out.
 */
export function placeLabels(form: Form, wanted: Wanted[], ground: Ground): Label[] {
  const named = placeNames(form, wanted, () => form.widths.map((width) => drawnAt(width, ground)))
  const more = wanted.filter(({ role }) => role === 'more')
  return [...named.labels, ...place(form, more, named.drawn).labels]
}

/** Where a source finds no room it goes before the other sources, and all is placed anew. */
function placeNames(form: Form, wanted: Wanted[], afresh: () => Drawn[]): Attempt {
  const firsts = wanted.filter(({ role }) => role === 'first')
  let sources = wanted.filter(({ role }) => role === 'source')
  let best = place(form, [...firsts, ...sources], afresh())
  let last = best
  for (let attempt = 1; attempt < MOST_ATTEMPTS && last.missed.length > 0; attempt++) {
    const { missed } = last
    sources = [...missed, ...sources.filter((each) => !missed.includes(each))]
    last = place(form, [...firsts, ...sources], afresh())
    if (last.missed.length < best.missed.length) best = last
  }
  return best
}

/** What is drawn before any label. */
export interface Ground {
  bars: Box[]
  /** May be written across, but not while there is another spot. */
  crossed: Box[]
  /** A label's line is lost along it. */
  now: Box | null
}

/** What is there already at one of the form's widths; all in pixels. */
interface Drawn {
  width: number
  bars: Box[]
  crossed: Box[]
  /** What a label's line should keep off, with some pixels around it. */
  shunned: Box[]
  labels: Box[]
  leaders: Segment[]
}

function drawnAt(width: number, { bars, crossed, now }: Ground): Drawn {
  const inPixels = (boxes: Box[]) =>
    boxes.map((box) => {
      const [x, across] = [box.x, box.width].map((share) => (share / 100) * width)
      return { ...box, x, width: across }
    })
  const upright = now ? [now] : []
  return {
    ...{ width, bars: inPixels(bars), crossed: inPixels([...crossed, ...upright]) },
    shunned: inPixels([...bars, ...upright]).map((box) => grown(box, 2)),
    ...{ labels: [], leaders: [] },
  }
}

interface Attempt {
  labels: Label[]
  /** The sources that nothing names. */
  missed: Wanted[]
  drawn: Drawn[]
}

function place(form: Form, wanted: Wanted[], drawn: Drawn[]): Attempt {
  const missed: Wanted[] = []
  const labels = wanted.flatMap(({ wordings, poorer = [], ...each }, index) => {
    const good = roomFor(form, wordings, drawn)
    if (!good && each.role === 'source') missed.push(wanted[index])
    const found = good ?? roomFor(form, poorer, drawn)
    if (!found) return []
    for (const at of drawn) keep(at, found)
    return [{ ...found, isQuiet: each.isQuiet ?? false }]
  })
  return { labels, missed, drawn }
}

function keep(drawn: Drawn, label: Spot & { lines: string[] }): void {
  const { box, leader } = laidOut(sizeOf(label.lines), label, drawn)
  drawn.labels.push(withAir(box))
  if (!leader) return
  drawn.leaders.push(leader)
  drawn.shunned.push(...piecesOf(leader).map((piece) => grown(piece, 4)))
}

/** A fuller wording is not worth a line that leads astray, unless the shorter ones have none better. */
const DEAR = 200

function roomFor(form: Form, wordings: Wording[], drawn: Drawn[]) {
  let dear: Room | null = null
  for (const { lines, spots } of wordings) {
    const found = spotFor(form, sizeOf(lines), spots, drawn)
    if (found && found.cost < DEAR) return { ...found.spot, lines }
    if (found && found.cost < (dear?.cost ?? Number.POSITIVE_INFINITY)) dear = { ...found, lines }
  }
  return dear && { ...dear.spot, lines: dear.lines }
}

interface Found {
  spot: Spot
  cost: number
}

type Room = Found & { lines: string[] }

type Size = Pick<Box, 'width' | 'height'>

function sizeOf(lines: string[]): Size {
  return { width: Math.max(...lines.map(textWidth)), height: heightOf(lines) }
}

/** The first that nothing speaks against, or else the one that the least does. */
function spotFor(form: Form, size: Size, spots: Iterable<Spot>, drawn: Drawn[]): Found | null {
  let best: Found | null = null
  for (const spot of spots) {
    if (!drawn.every((at) => hasRoom(form, laidOut(size, spot, at), at))) continue
    const cost = costOf(laidOut(size, spot, drawn[0]), drawn[0])
    if (!best || cost < best.cost) best = { spot, cost }
    if (cost === 0) break
  }
  return best
}

/** A label and its line, in pixels. */
interface LaidOut {
  box: Box
  leader: Segment | null
}

function laidOut(size: Size, { x, dx, y, anchor, leader }: Spot, { width }: Drawn): LaidOut {
  const at = (share: number) => (share / 100) * width
  const left = at(x) + dx - (anchor === 'end' ? size.width : 0)
  return {
    box: { x: left, y, ...size },
    leader: leader ? { ...leader, x1: at(leader.x1), x2: at(leader.x2) } : null,
  }
}

/** Within the plot, nothing on another's words, and no line through them. */
function hasRoom(form: Form, { box, leader }: LaidOut, drawn: Drawn): boolean {
  const { width, bars, labels, leaders } = drawn
  if (!isInside(form, width, box) || !isFree(box, bars) || !isFree(box, labels)) return false
  if (leaders.some((line) => runsThrough(line, box))) return false
  if (!leader) return true
  const isThrough = [box, ...labels].some((each) => runsThrough(leader, each))
  return !isThrough && !leaders.some((line) => meet(line, leader))
}

/** The gutter is for the dates up the side. */
function isInside({ height, gutter }: Form, width: number, box: Box): boolean {
  const isAcross = box.x >= (gutter / 100) * width && box.x + box.width <= width
  return isAcross && box.y >= 0 && box.y + box.height <= height
}

/** Asked for each spot against each bar, so what is above or below is ruled out first. */
function isFree(box: Box, others: Box[]): boolean {
  for (const other of others) {
    if (other.y >= box.y + box.height || box.y >= other.y + other.height) continue
    if (touch(box, other)) return false
  }
  return true
}

/** In pixels of line: how long it is, how much it leans, and what it or the words run over. */
function costOf({ box, leader }: LaidOut, drawn: Drawn): number {
  const written = isFree(box, drawn.crossed) ? 0 : 20
  if (!leader) return written
  const line = shortOf(leader, 12)
  const over = drawn.shunned.reduce((sum, each) => sum + lengthWithin(line, each), 0)
  return written + effortOf(leader) + 6 * over
}

/** A line that leans is harder to follow than an upright or a level one. */
function effortOf({ x1, y1, x2, y2 }: Segment): number {
  const [across, up] = [Math.abs(x2 - x1), Math.abs(y2 - y1)]
  return Math.hypot(across, up) + Math.min(across, up)
}

/** A bar is written up against; another label is not. */
function withAir(label: Box): Box {
  const air = 6
  return { ...label, x: label.x - air, width: label.width + 2 * air }
}
