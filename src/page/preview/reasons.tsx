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
  measure,
  round,
  type Setting,
  Text,
} from './drawing.tsx'
import { BASELINE } from './figures.tsx'
import { legible } from './legible.ts'
import { linesOf } from './lines.ts'

export interface Beside {
  drawing: Drawing
  status: Status
  x: number
  width: number
}

const LEADING = 46
const WORD: Setting = { hand: 'strong', size: 36 }
const UNBROKEN = '\u00a0'
const DATE: Setting = { hand: 'text', size: 36 }
const NOTE: Setting = { hand: 'text', size: 30 }

/** Beside the number, why to believe it: how sure it is, and the date, or what each source says. */
export function Reasons(props: Beside) {
  const { phase, certainty } = props.status
  if (phase !== 'upcoming' && phase !== 'due') return <Lines {...props} lines={pastOf(props)} />
  // The figure's own words are that there is no date.
  if (certainty === 'undated') return <Lines {...props} lines={partiesOf(props)} />
  if (certainty === 'contested') {
    const y = BASELINE - 130
    return (
      <>
        <Sureness {...props} y={y} />
        <ClaimedDates {...props} y={y + 62} />
      </>
    )
  }
  const lines = dateOf(props)
  return (
    <>
      <Sureness {...props} y={BASELINE - lines.length * LEADING - 6} />
      <Lines {...props} lines={lines} />
    </>
  )
}

const CERTAINTY_COLOURS: Record<Status['certainty'], Colour> = {
  ...{ firm: 'firm', contested: 'contested', tentative: 'soft', undated: 'soft' },
}

const SHAPE = { size: 30, gap: 14 }

function Sureness({ drawing, status: { certainty }, x, y }: Beside & { y: number }) {
  const colour = CERTAINTY_COLOURS[certainty]
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
        text={wordsFor(drawing.view).certainty[certainty]}
        x={x + SHAPE.size + SHAPE.gap}
        y={y}
        colour={colour}
        {...WORD}
      />
    </>
  )
}

interface Line {
  text: string
  setting: Setting
  colour: Colour
}

/** The last of them on the line that the number stands on. */
function Lines({ drawing, x, lines }: Beside & { lines: Line[] }) {
  return (
    <>
      {lines.map(({ text, setting, colour }, index) => (
        <Text
          drawing={drawing}
          text={text}
          x={x}
          y={BASELINE - (lines.length - 1 - index) * LEADING}
          colour={colour}
          {...setting}
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
  if (when === null) return ''
  return fill(phrase.wasDue, { date: writeDate(date, when, zone).replaceAll(' ', UNBROKEN) })
}

function wrapped(
  drawing: Drawing,
  setting: Setting,
  colour: Colour,
  text: string,
  width: number,
): Line[] {
  const lines = linesOf(text, width, 2, (each) => measure(drawing, setting, each))
  return lines.map((line) => ({ text: line, setting, colour }))
}
