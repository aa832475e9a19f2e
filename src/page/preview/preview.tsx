import type { Status } from '../../deadline/status.ts'
import { PICTURE } from '../page.ts'
import { isolate } from '../recorded.tsx'
import { ticksOf } from '../strip.tsx'
import { wordsFor } from '../words/words.ts'
import { Bars } from './bars.tsx'
import { COLOURS, type Drawing, inLines, MARGIN, type Sizes, Text } from './drawing.tsx'
import { baselineOf, Figures, isJoined, placeFigures } from './figures.tsx'
import { Foot } from './foot.tsx'
import { legible, writeKind } from './legible.ts'
import { Reasons } from './reasons.tsx'

interface Props {
  drawing: Drawing
  status: Status
}

const WIDTH = PICTURE.width - 2 * MARGIN

/**
 * What a messenger shows of a link to a deadline: the number first, then why to believe it. As SVG
 * nobody but the renderer gets it; what it says to who cannot see it, the page's head says.
 */
export function Preview({ drawing, status }: Props) {
  const { width, height } = PICTURE
  const figures = placeFigures(drawing, status)
  const beside = Math.max(...figures.map((figure) => figure.x + figure.width)) + 56
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <style>{STYLE}</style>
      <rect width={width} height={height} fill={COLOURS.paper} />
      <Eyebrow drawing={drawing} status={status} />
      <Figures drawing={drawing} figures={figures} />
      <Reasons
        drawing={drawing}
        status={status}
        x={beside}
        width={width - MARGIN - beside}
        baseline={baselineOf(figures)}
      />
      <Title drawing={drawing} status={status} />
      <Bars drawing={drawing} status={status} />
      <Foot drawing={drawing} />
    </svg>
  )
}

/** For the shapes of certainty, which say by a class what is hollow. */
const STYLE = '.shape{stroke-width:0}.outline{fill:none;stroke-width:1.5}'

/** Where the title is not legible, this stands in its place, and is not said twice. */
function Eyebrow({ drawing, status }: Props) {
  const { view, faces } = drawing
  if (legible(faces, status.title) === null) return null
  const text = writeKind(view, faces, status)
  return (
    <Text
      drawing={drawing}
      text={text.toLocaleUpperCase(wordsFor(view).date.locale)}
      x={MARGIN}
      y={76}
      colour="soft"
      hand="text"
      size={28}
      spacing={isJoined(text) ? 0 : 2.6}
    />
  )
}

/** The fewer lines it takes, the larger it is. */
const TITLES: Sizes = [
  { most: 1, size: 68 },
  { most: 2, size: 54 },
  { most: 3, size: 42 },
]

const LEADING = 1.14

function Title({ drawing, status }: Props) {
  const { view, faces } = drawing
  const text = legible(faces, status.title) ?? writeKind(view, faces, status)
  const { lines, size } = inLines(drawing, 'title', TITLES, text, WIDTH)
  const leading = size * LEADING
  const [top, bottom] = [318, ticksOf(view, status) ? 490 : 548]
  const middle = (top + bottom - (lines.length - 1) * leading) / 2
  return (
    <>
      {lines.map((line, index) => (
        <Text
          drawing={drawing}
          text={isolate(line)}
          x={MARGIN}
          y={middle + 0.33 * size + index * leading}
          hand="title"
          size={size}
        />
      ))}
    </>
  )
}
