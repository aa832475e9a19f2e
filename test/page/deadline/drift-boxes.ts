/** Where the drift chart's words and lines lie, read from its markup; in pixels. */
import { textWidth } from '../../../src/page/text-width.ts'
import { part } from '../ledger.ts'

export interface TextBox {
  text: string
  left: number
  right: number
  top: number
  bottom: number
}

/** The boxes of the labels' lines, as they are drawn at a width. */
export function boxesOf(page: string, form: string, width: number): TextBox[] {
  const isMirrored = page.includes(' dir="rtl"><head>')
  const pattern =
    /<text class="label[^"]*" x="([\d.]+)%" dx="(-?[\d.]+)" y="(-?[\d.]+)" text-anchor="(\w+)">([^<]*)/g
  return [...part(chartOf(page), 'svg', form).matchAll(pattern)].map(
    ([, share, dx, y, anchor, text]) => {
      const x = (Number(share) / 100) * width + Number(dx)
      const isLeftward = (anchor === 'end') !== isMirrored
      const left = isLeftward ? x - textWidth(text) : x
      return {
        ...{ text, left, right: left + textWidth(text) },
        ...{ top: Number(y) - 10, bottom: Number(y) + 3 },
      }
    },
  )
}

/** The days along the foot. */
export function daysOf(page: string, form: string, width: number): TextBox[] {
  const pattern = /<text x="([\d.]+)%" y="(\d+)" text-anchor="middle">([^<]*)/g
  return [...part(chartOf(page), 'svg', form).matchAll(pattern)].map(([, share, y, text]) => {
    const [middle, half] = [(Number(share) / 100) * width, textWidth(text) / 2]
    const [top, bottom] = [Number(y) - 10, Number(y) + 3]
    return { text, left: middle - half, right: middle + half, top, bottom }
  })
}

export interface Led {
  x1: number
  y1: number
  x2: number
  y2: number
}

export function leadersOf(page: string, form: string, width: number): Led[] {
  return linesOf(page, form, width, 'leader')
}

/** The line on to where the leading date meets the diagonal. */
export function aheadOf(page: string, form: string, width: number): Led[] {
  return linesOf(page, form, width, 'drift-ahead')
}

function linesOf(page: string, form: string, width: number, of: string): Led[] {
  const [share, y] = ['([\\d.]+)%', '([\\d.]+)']
  const pattern = new RegExp(
    `<g class="${of}"><line x1="${share}" y1="${y}" x2="${share}" y2="${y}"`,
    'g',
  )
  return [...part(chartOf(page), 'svg', form).matchAll(pattern)].map(([, ...ends]) => {
    const [x1, y1, x2, y2] = ends.map(Number)
    return { x1: (x1 / 100) * width, y1, x2: (x2 / 100) * width, y2 }
  })
}

/** The sources that a label names, shortened or whole. */
export function namedIn(boxes: TextBox[], names: string[]): string[] {
  const parts = boxes.flatMap(({ text }) =>
    [...text.matchAll(/\u2068(.*?)(…?)\u2069/g)].map(([, name]) => name),
  )
  return names.filter((name) => parts.some((part) => part.length > 5 && name.startsWith(part)))
}

function chartOf(page: string): string {
  return part(page, 'section', 'drift')
}
