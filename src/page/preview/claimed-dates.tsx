import type { Status } from '../../deadline/status.ts'
import { briefStyle } from '../date.tsx'
import type { View } from '../page.ts'
import { isolate } from '../recorded.tsx'
import { type DateStyle, writeDate } from '../words/date.ts'
import { fill } from '../words/template.ts'
import { wordsFor } from '../words/words.ts'
import { across, COLOURS, type Drawing, fitted, measure, type Setting, Text } from './drawing.tsx'
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
  const room = width - INSET
  const claimed = claimedDates(drawing, status, room)
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
            <Text
              drawing={drawing}
              text={date}
              x={x + INSET}
              y={top}
              {...fitted(drawing, DATE, date, room)}
            />
            <Text
              drawing={drawing}
              text={cutTo(names, room, (each) => measure(drawing, NAMES, each))}
              x={x + INSET}
              y={top + 38}
              colour="soft"
              {...NAMES}
            />
          </>
        )
      })}
    </>
  )
}

/** Each date once; without weekdays and in short where one would not fit otherwise. */
function claimedDates(drawing: Drawing, { claims }: Status, room: number) {
  const [brief, short] = stylesOf(drawing.view).map((style) => {
    const dates = new Map<string, string[]>()
    for (const { when, zone, source } of claims) {
      if (when === null) continue
      const date = writeDate(wordsFor(drawing.view).date, when, zone, style)
      dates.set(date, [...(dates.get(date) ?? []), source.name])
    }
    return [...dates].map(([date, sources]) => ({ date, sources }))
  })
  const fits = brief.every(({ date }) => measure(drawing, DATE, date) <= room)
  return fits ? brief : short
}

function stylesOf(view: View): DateStyle[] {
  const brief = briefStyle(view)
  return [brief, { month: 'short', tacitYear: brief.tacitYear }]
}

/** Those that can be written beside one another, and how many dates more there are. */
function namesOf({ view, faces }: Drawing, sources: string[], more: number): string {
  const { comma, phrase } = wordsFor(view)
  const parts = [...sources.map(isolate), more > 0 && fill(phrase.more, { more })]
  return parts
    .filter((part) => part !== false)
    .reduce((said, part) => legible(faces, said ? `${said}${comma}${part}` : part) ?? said, '')
}
