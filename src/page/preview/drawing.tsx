import type { Child } from 'hono/jsx'
import { PICTURE, type View } from '../page.ts'
import { wordsFor } from '../words/words.ts'
import { type Faces, faceFor, type Hand, widthOf } from './faces.ts'
import { linesOf } from './lines.ts'

/** From the edges of the picture to what is on it. */
export const MARGIN = 72

export const COLOURS = {
  ...{ paper: '#fbfaf7', ink: '#17181a', soft: '#5c5f66', mark: '#8f8b82' },
  ...{ accent: '#b3261e', firm: '#1f6f4a', contested: '#ae5c00' },
}

export type Colour = keyof typeof COLOURS

/** What all that is drawn needs: whose view it is, and the faces that there are. */
export interface Drawing {
  view: View
  faces: Faces
}

/** How text is set; `spacing` is between letters, in pixels. */
export interface Setting {
  hand: Hand
  size: number
  spacing?: number
}

export function measure(
  { faces }: Drawing,
  { hand, size, spacing = 0 }: Setting,
  text: string,
): number {
  const face = faceFor(faces, hand, text)
  return face ? widthOf(face, text, size) + spacing * [...text].length : 0
}

/** The setting, smaller where a text would be wider than there is room for. */
export function fitted(drawing: Drawing, setting: Setting, text: string, width: number): Setting {
  const share = Math.min(1, width / Math.max(1, measure(drawing, setting, text)))
  const { hand, size, spacing = 0 } = setting
  return { hand, size: Math.floor(size * share), spacing: spacing * share }
}

/** In how many lines at the most, of what size. */
export type Sizes = { most: number; size: number }[]

/** A text in lines, by the first of the sizes that has room for the whole; else cut, by the last. */
export function inLines(drawing: Drawing, hand: Hand, sizes: Sizes, text: string, width: number) {
  const tried = sizes.map(({ most, size }) => {
    const lines = linesOf(text, width, most, (each) => measure(drawing, { hand, size }, each))
    return { lines, size, isWhole: lines.join(' ') === text }
  })
  return tried.find(({ isWhole }) => isWhole) ?? tried[tried.length - 1]
}

/** A place across, in pixels from where reading starts: left, or right in Arabic. */
export function across({ view }: Drawing, x: number, width = 0): number {
  return isMirrored(view) ? PICTURE.width - x - width : x
}

export function isMirrored(view: View): boolean {
  return wordsFor(view).dir === 'rtl'
}

interface TextProps extends Setting {
  drawing: Drawing
  text: string
  /** The same text with markup in it. */
  marked?: Child
  x: number
  y: number
  colour?: Colour
  anchor?: 'start' | 'end'
}

/** A line of text. The renderer knows no direction but what the letters themselves have. */
export function Text({ drawing, text, x, y, anchor = 'start', ...rest }: TextProps) {
  const { marked = text, hand, size, spacing, colour = 'ink' } = rest
  const face = faceFor(drawing.faces, hand, text)
  if (!face) return null
  const mirrored = isMirrored(drawing.view)
  const isAtRight = mirrored === (anchor === 'start')
  return (
    <text
      x={round(across(drawing, x))}
      y={round(y)}
      text-anchor={isAtRight ? 'end' : undefined}
      font-family={face.family}
      font-weight={face.weight}
      font-size={size}
      letter-spacing={spacing ? round(spacing) : undefined}
      fill={COLOURS[colour]}
    >
      {mirrored && FROM_RIGHT}
      {marked}
      {mirrored && END}
    </text>
  )
}

/** Unicode's right-to-left isolate, and its end. */
const FROM_RIGHT = '\u2067'
const END = '\u2069'

export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
