import type { Status } from '../../deadline/status.ts'
import { type Count, countAt } from '../count.ts'
import type { View } from '../page.ts'
import { countedOf } from '../spoken.ts'
import { countFigures, type Figure } from '../words/count.ts'
import { wordsFor } from '../words/words.ts'
import { type Drawing, MARGIN, measure, type Setting, Text } from './drawing.tsx'

/** Where the figures stand; what is beside them keeps to the same line. */
export const BASELINE = 258

/** The first is no wider than this, so that why to believe it has room beside it. */
const WIDEST = 620
const GAP = 44
const UNIT: Setting = { hand: 'text', size: 32 }
const FOLLOWING: Setting = { hand: 'figure', size: 112, spacing: -2 }

interface Placed extends Figure {
  setting: Setting
  x: number
  width: number
}

/** The number, or the word in its place, and what follows it, placed from the margin on. */
export function placeFigures(drawing: Drawing, status: Status): Placed[] {
  const placed: Placed[] = []
  for (const figure of figuresOf(drawing.view, status)) {
    const last = placed.at(-1)
    const x = last ? last.x + last.width + GAP : MARGIN
    const setting = last ? FOLLOWING : settingOf(drawing, figure)
    const widths = [measure(drawing, setting, figure.figure), measure(drawing, UNIT, figure.unit)]
    placed.push({ ...figure, setting, x, width: Math.max(...widths) })
  }
  return placed
}

function figuresOf(view: View, status: Status): Figure[] {
  const { result, consequence, count, phrase } = wordsFor(view)
  const { outcome, phase } = status
  if (outcome && phase === 'closed') {
    const unit = outcome.consequence ? consequence[outcome.consequence] : ''
    return [{ figure: result[outcome.result], unit, role: 'word' }]
  }
  const counted = countedOf(status)
  if (!counted) return [{ figure: phrase.noDate, unit: '', role: 'word' }]
  return countFigures(count, withoutSeconds(countAt(counted, view.now))).slice(0, 2)
}

/** Others keep a picture for long, and by then a second would say nothing. */
function withoutSeconds(count: Count): Count {
  return count.form === 'clock' ? { form: 'hours', seconds: count.seconds } : count
}

function settingOf(drawing: Drawing, { figure, role }: Figure): Setting {
  const most = role === 'word' ? 124 : 216
  const width = measure(drawing, { hand: 'figure', size: most }, figure)
  const size = Math.floor(most * Math.min(1, WIDEST / width))
  // Letters that join are not spaced.
  return { hand: 'figure', size, spacing: isJoined(figure) ? 0 : -0.03 * size }
}

export function isJoined(text: string): boolean {
  return /\p{Script=Arabic}/u.test(text)
}

export function Figures({ drawing, figures }: { drawing: Drawing; figures: Placed[] }) {
  return (
    <>
      {figures.map(({ figure, unit, setting, x }, index) => (
        <>
          <Text
            drawing={drawing}
            text={figure}
            x={index === 0 ? x - OVERHANG * setting.size : x}
            y={BASELINE}
            colour={index === 0 ? 'ink' : 'soft'}
            {...setting}
          />
          <Text drawing={drawing} text={unit} x={x} y={BASELINE + 46} colour="soft" {...UNIT} />
        </>
      ))}
    </>
  )
}

/** A large figure's own margin, by which it would seem to stand further in than the rest. */
const OVERHANG = 0.05
