import type { Status } from '../../deadline/status.ts'
import { Shape } from '../certainty.tsx'
import { writeParties } from '../parties.tsx'
import { epochOf } from '../spoken.ts'
import { FULL, PLAIN, writeDate, writeDay } from '../words/date.ts'
import { fill } from '../words/template.ts'
import { wordsFor } from '../words/words.ts'
import { writeZone } from '../words/zone.ts'
import { ClaimedDates } from './claimed-dates.tsx'
import {
  across,
  COLOURS,
  type Colour,
  type Drawing,
  fitted,
  inLines,
  round,
  type Setting,
  type Sizes,
  Text,
} from './drawing.tsx'
import { legible } from './legible.ts'

export interface Beside {
  drawing: Drawing
  status: Status
  x: number
  width: number
  /** That of the number. */
  baseline: number
}

/** No higher than under the eyebrow. */
const HIGHEST = 122
const WORD: Setting = { hand: 'strong', size: 36 }

const DATE: Sizes = [
  { most: 1, size: 36 },
  { most: 2, size: 32 },
  { most: 3, size: 28 },
  { most: 4, size: 22 },
]
const NOTE: Sizes = [
  { most: 1, size: 30 },
  { most: 2, size: 28 },
  { most: 3, size: 26 },
]

/** Beside the number, why to believe it: how sure it is, and the date, or what each source says. */
export function Reasons(props: Beside) {
  const { phase, certainty } = props.status
  if (phase !== 'upcoming' && phase !== 'due') return <Lines {...props} lines={pastOf(props)} />
  // The figure's own words are that there is no date.
  if (certainty === 'undated') return <Lines {...props} lines={partiesOf(props)} />
  if (certainty === 'contested') {
    const y = props.baseline - 130
    return (
      <>
        <Sureness {...props} y={y} />
        <ClaimedDates {...props} y={y + 62} />
      </>
    )
  }
  const lines = dateOf(props)
  const above = heightOf(lines) + 6
  const baseline = Math.max(props.baseline, HIGHEST + above)
  return (
    <>
      <Sureness {...props} y={baseline - above} />
      <Lines {...props} baseline={baseline} lines={lines} />
    </>
  )
}

const CERTAINTY_COLOURS: Record<Status['certainty'], Colour> = {
  ...{ firm: 'firm', contested: 'contested', tentative: 'soft', undated: 'soft' },
}

const SHAPE = { size: 30, gap: 14 }

function Sureness({ drawing, status: { certainty }, x, y, width }: Beside & { y: number }) {
  const colour = CERTAINTY_COLOURS[certainty]
  const word = wordsFor(drawing.view).certainty[certainty]
  const inset = SHAPE.size + SHAPE.gap
  const left = round(across(drawing, x, SHAPE.size))
  return (
    <>
      <g
        class="shape"
        transform={`translate(${left} ${y - SHAPE.size + 2}) scale(${SHAPE.size / 12})`}
        fill={COLOURS[colour]}
        stroke={COLOURS[colour]}
      >
        <Shape certainty={certainty} />
      </g>
      <Text
        drawing={drawing}
        text={word}
        x={x + inset}
        y={y}
        colour={colour}
        {...fitted(drawing, WORD, word, width - inset)}
      />
    </>
  )
}

interface Line {
  text: string
  size: number
  colour: Colour
}

const LEADING = 1.4

function heightOf(lines: Line[]): number {
  return lines.reduce((sum, { size }) => sum + size * LEADING, 0)
}

/** The last of them on the line that the number stands on. */
function Lines({ drawing, x, baseline, lines }: Beside & { lines: Line[] }) {
  return (
    <>
      {lines.map(({ text, size, colour }, index) => (
        <Text
          drawing={drawing}
          text={text}
          x={x}
          y={baseline - heightOf(lines.slice(index + 1))}
          colour={colour}
          hand="text"
          size={size}
        />
      ))}
    </>
  )
}

function dateOf({ drawing, status: { when, zone }, width }: Beside): Line[] {
  const words = wordsFor(drawing.view)
  if (when === null) return []
  return [
    ...wrapped(drawing, DATE, 'ink', writeDate(words.date, when, zone, FULL), width),
    ...wrapped(drawing, NOTE, 'soft', writeZone(words.zone, zone), width),
  ]
}

function partiesOf({ drawing, status, width }: Beside): Line[] {
  const parties = legible(drawing.faces, writeParties(drawing.view, status))
  return parties === null ? [] : wrapped(drawing, NOTE, 'soft', parties, width)
}

/** What has passed was due on a date; what has ended did so on a day. */
function pastOf({ drawing, status, width }: Beside): Line[] {
  return wrapped(drawing, NOTE, 'soft', writePast(drawing, status), width)
}

function writePast({ view }: Drawing, { outcome, phase, when, zone }: Status): string {
  const { date, phrase } = wordsFor(view)
  if (outcome && phase === 'closed') {
    return outcome.at === null
      ? writeDay(date, epochOf(outcome.reportedAt), PLAIN)
      : writeDate(date, outcome.at, zone)
  }
  return when === null ? '' : fill(phrase.wasDue, { date: writeDate(date, when, zone) })
}

function wrapped(
  drawing: Drawing,
  sizes: Sizes,
  colour: Colour,
  text: string,
  width: number,
): Line[] {
  const { lines, size } = inLines(drawing, 'text', sizes, text, width)
  return lines.map((line) => ({ text: line, size, colour }))
}
