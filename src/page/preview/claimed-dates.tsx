import type { Status } from '../../deadline/status.ts'
import { briefStyle } from '../date.tsx'
import type { View } from '../page.ts'
import { isolate } from '../recorded.tsx'
import { writeDate } from '../words/date.ts'
import { fill } from '../words/template.ts'
import { wordsFor } from '../words/words.ts'
import { across, COLOURS, type Drawing, measure, type Setting, Text } from './drawing.tsx'
import { legible } from './legible.ts'
import { cutTo } from './lines.ts'
import type { Beside } from './reasons.tsx'

const MOST = 2
const HEIGHT = 76
const STEP = 94
const RULE = 5
const INSET = 22
const DATE: Setting = { hand: 'title', size: 34 }
const NAMES: Setting = { hand: 'text', size: 28 }

/** Where sources differ: each date, with whoever names it. */
export function ClaimedDates({ drawing, status, x, y, width }: Beside & { y: number }) {
  const claimed = claimedDates(drawing.view, status)
  return (
    <>
      {claimed.slice(0, MOST).map(({ date, sources }, index) => {
        const top = y + index * STEP
        const isLast = index === MOST - 1
        const names = namesOf(drawing, sources, isLast ? claimed.length - MOST : 0)
        return (
          <>
            <rect
              x={across(drawing, x, RULE)}
              y={top - 30}
              width={RULE}
              height={HEIGHT}
              fill={COLOURS.contested}
            />
            <Fitted drawing={drawing} text={date} x={x} y={top} width={width} {...DATE} />
            <Fitted drawing={drawing} text={names} x={x} y={top + 38} width={width} {...NAMES} />
          </>
        )
      })}
    </>
  )
}

interface FittedProps extends Setting {
  drawing: Drawing
  text: string
  x: number
  y: number
  width: number
}

function Fitted({ drawing, text, x, width, ...rest }: FittedProps) {
  const cut = cutTo(text, width - INSET, (each) => measure(drawing, rest, each))
  const colour = rest.hand === 'title' ? 'ink' : 'soft'
  return <Text drawing={drawing} text={cut} x={x + INSET} colour={colour} {...rest} />
}

function claimedDates(view: View, { claims }: Status) {
  const dates = new Map<string, string[]>()
  for (const { when, zone, source } of claims) {
    if (when === null) continue
    const date = writeDate(wordsFor(view).date, when, zone, briefStyle(view))
    dates.set(date, [...(dates.get(date) ?? []), source.name])
  }
  return [...dates].map(([date, sources]) => ({ date, sources }))
}

/** Those that can be written beside one another, and how many dates more there are. */
function namesOf({ view, faces }: Drawing, sources: string[], more: number): string {
  const { comma, phrase } = wordsFor(view)
  const parts = [...sources.map(isolate), more > 0 && fill(phrase.more, { more })]
  return parts
    .filter((part) => part !== false)
    .reduce((said, part) => legible(faces, said ? `${said}${comma}${part}` : part) ?? said, '')
}
