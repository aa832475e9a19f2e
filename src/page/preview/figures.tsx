import type { Status } from '../../deadline/status.ts'
import { type Count, countAt } from '../count.ts'
import type { View } from '../page.ts'
import { countedOf } from '../spoken.ts'
import { countFigures, type Figure } from '../words/count.ts'
import { wordsFor } from '../words/words.ts'
import { type Drawing, fitted, MARGIN, measure, type Setting, Text } from './drawing.tsx'

/** The first is no wider than this, so that why to believe it has room beside it. */
const WIDEST = 540
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
  const size = role === 'word' ? 124 : 216
  // Letters that join are not spaced.
  const spacing = isJoined(figure) ? 0 : -0.03 * size
  return fitted(drawing, { hand: 'figure', size, spacing }, figure, WIDEST)
}

export function isJoined(text: string): boolean {
  return /\p{Script=Arabic}/u.test(text)
}

/** Where the figures stand, and what is beside them; a word is less tall, and hangs lower. */
export function baselineOf([first]: Placed[]): number {
  return first?.role === 'word' ? 228 : 258
}

/** From a figure's baseline to its unit's: what hangs beneath a word is not to touch it. */
function unitBelow({ figure, role }: Figure): number {
  if (role !== 'word') return 46
  return isJoined(figure) ? 84 : 66
}

export function Figures({ drawing, figures }: { drawing: Drawing; figures: Placed[] }) {
  const baseline = baselineOf(figures)
  return (
    <>
      {figures.map((each, index) => (
        <>
          <Text
            drawing={drawing}
            text={each.figure}
            x={index === 0 ? each.x - OVERHANG * each.setting.size : each.x}
            y={baseline}
            colour={index === 0 ? 'ink' : 'soft'}
            {...each.setting}
          />
          <Text
            drawing={drawing}
            text={each.unit}
            x={each.x}
            y={baseline + unitBelow(each)}
            colour="soft"
            {...UNIT}
          />
        </>
      ))}
    </>
  )
}

/** A large figure's own margin, by which it would seem to stand further in than the rest. */
const OVERHANG = 0.05
