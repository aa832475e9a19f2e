import type { Status } from '../../deadline/status.ts'
import { PICTURE } from '../page.ts'
import { ticksOf } from '../strip.tsx'
import { fill } from '../words/template.ts'
import { wordsFor } from '../words/words.ts'
import {
  across,
  COLOURS,
  type Drawing,
  MARGIN,
  measure,
  round,
  type Setting,
  Text,
} from './drawing.tsx'

/** A tick's share of its step, as on the page; the rest is the gap to the next one. */
const TICK = 0.68

/** Where a tick has less than this, in pixels, a run of them is drawn as one: centuries have too many. */
const NARROWEST = 1

const BASELINE = 520
const TALL = 34
const LOW = 18
const GAP = 36
const CAPTION: Setting = { hand: 'text', size: 30 }

/** The strip of days (strip.tsx), for a picture: what is spent, what is left, what is in doubt. */
export function Bars({ drawing, status }: { drawing: Drawing; status: Status }) {
  const counted = ticksOf(drawing.view, status)
  if (!counted) return null
  const { day, of, ticks, spent, sure } = counted
  const caption = fill(wordsFor(drawing.view).phrase.dayOf, { day, of })
  const width = PICTURE.width - 2 * MARGIN - GAP - measure(drawing, CAPTION, caption)
  const step = width / (ticks - 1 + TICK)
  const run = (from: number, until: number, height: number) =>
    ticksFrom(drawing, step, from, until, height)
  return (
    <>
      <path d={run(0, spent, TALL)} fill={COLOURS.ink} />
      <path d={run(spent, sure, LOW)} fill={COLOURS.mark} />
      <path d={run(sure, ticks, LOW)} fill="none" stroke={COLOURS.mark} stroke-width="2" />
      <Text
        drawing={drawing}
        text={caption}
        x={PICTURE.width - MARGIN}
        y={BASELINE}
        anchor="end"
        {...CAPTION}
      />
    </>
  )
}

/** A run of ticks as one path, around the middle of the caption's figures. */
function ticksFrom(
  drawing: Drawing,
  step: number,
  from: number,
  until: number,
  height: number,
): string {
  const top = BASELINE - 11 - height / 2
  const isCrowded = step < NARROWEST && until > from
  const width = isCrowded ? (until - from) * step : step * TICK
  return Array.from({ length: isCrowded ? 1 : until - from }, (_, index) => {
    const x = across(drawing, MARGIN + (from + index) * step, width)
    return `M${round(x)} ${top}h${round(width)}v${height}h${-round(width)}z`
  }).join('')
}
