import type { Status } from '../deadline/status.ts'
import { isAhead, writeSurely, writeWhole } from './brief.ts'
import type { View } from './page.ts'
import { shorten } from './words/shorten.ts'

const HEIGHT = 20
const PADDING = 7
const MOST_LETTERS = 40

const NAME_COLOUR = '#2e3036'
const PLAIN_COLOUR = '#5c5f66'
const COLOURS: Record<Status['certainty'], string> = {
  ...{ firm: '#1f6f4a', contested: '#9a5000' },
  ...{ tentative: PLAIN_COLOUR, undated: PLAIN_COLOUR },
}

/**
 * A deadline as a small picture: "Title | 43 days · firm". It brings its own ground, so that it
 * reads on light and dark alike, and has no style, which another site's policy might refuse.
 */
export function Badge({ view, status }: { view: View; status: Status }) {
  const name = shorten(status.title, MOST_LETTERS)
  const said = writeSurely(view, status)
  const [nameWidth, saidWidth] = [widthOf(name), widthOf(said)]
  const [left, right] = [nameWidth + 2 * PADDING, saidWidth + 2 * PADDING]
  const full = writeWhole(view, status)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={left + right}
      height={HEIGHT}
      viewBox={`0 0 ${left + right} ${HEIGHT}`}
      role="img"
      aria-label={full}
    >
      <title>{full}</title>
      <clipPath id="round">
        <rect width={left + right} height={HEIGHT} rx="3" />
      </clipPath>
      <g clip-path="url(#round)">
        <rect width={left} height={HEIGHT} fill={NAME_COLOUR} />
        <rect
          x={left}
          width={right}
          height={HEIGHT}
          fill={isAhead(status) ? COLOURS[status.certainty] : PLAIN_COLOUR}
        />
      </g>
      <g
        fill="#ffffff"
        font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
        font-size="12"
        text-anchor="middle"
      >
        <Fitted text={name} middle={left / 2} width={nameWidth} />
        <Fitted text={said} middle={left + right / 2} width={saidWidth} />
      </g>
    </svg>
  )
}

/** Whatever face the reader has, the text takes the width that it was given. */
function Fitted({ text, middle, width }: { text: string; middle: number; width: number }) {
  return (
    <text x={middle} y="14" textLength={width} lengthAdjust="spacingAndGlyphs">
      {text}
    </text>
  )
}

/** About as wide as a sans-serif of 12 pixels sets it. */
function widthOf(text: string): number {
  return Math.round([...text].reduce((sum, letter) => sum + letterWidth(letter), 0))
}

function letterWidth(letter: string): number {
  if (/[\s.,:;'’|!iIjl·()]/.test(letter)) return 3.4
  if (/[frt-]/.test(letter)) return 4.6
  if (/[mwMW—…%]/.test(letter)) return 10.2
  if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]/.test(letter)) return 12
  return /\p{Lu}/u.test(letter) ? 8 : 6.8
}
