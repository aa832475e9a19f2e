/** The faces of the preview picture: which letters each has, and how wide they are. */

/** Letters in a row, from a first code point: how far each carries on, in thousandths of the size. */
export type Runs = [first: number, widths: number[]][]

/** As scripts/build-fonts.ts measures a face. */
export interface FaceTable {
  family: string
  weight: number
  /** Every letter that the face has; one that joins others, as it ends a word. */
  last: Runs
  /** Those that join others, as they stand within a word: mostly narrower by far. */
  within: Runs
}

export type FaceName =
  | 'inter-200'
  | 'inter-400'
  | 'inter-600'
  | 'serif-700'
  | 'plex-300'
  | 'plex-400'
  | 'plex-600'
  | 'amiri-700'

export type Faces = Record<FaceName, FaceTable>

/** What each thing is set in, the face that it is drawn for first. */
const HANDS = {
  figure: ['inter-200', 'plex-300'],
  text: ['inter-400', 'plex-400'],
  strong: ['inter-600', 'plex-600'],
  title: ['serif-700', 'amiri-700'],
} satisfies Record<string, FaceName[]>

export type Hand = keyof typeof HANDS

/**
 * The face that has every letter of a text; null where there is none. A line is always in one
 * face: resvg lays out no line whose faces make different numbers of glyphs, as Arabic's do.
 */
export function faceFor(faces: Faces, hand: Hand, text: string): FaceTable | null {
  const letters = [...text].filter((letter) => !isUnseen(letter))
  const name = HANDS[hand].find((each) =>
    letters.every((letter) => advance(faces[each].last, letter) !== null),
  )
  return name ? faces[name] : null
}

/** How wide a text is set, in pixels. */
export function widthOf({ last, within }: FaceTable, text: string, size: number): number {
  // Marks stand above and below, and letters join past them.
  const letters = [...text].filter((letter) => !/\p{M}/u.test(letter))
  const thousandths = letters.reduce((sum, letter, index) => {
    const next = letters[index + 1]
    const joined = next && advance(within, next) !== null ? advance(within, letter) : null
    return sum + (joined ?? advance(last, letter) ?? 0)
  }, 0)
  return (thousandths * size) / 1000
}

function advance(runs: Runs, letter: string): number | null {
  const code = letter.codePointAt(0) ?? 0
  const run = runs.find(([first, widths]) => code >= first && code < first + widths.length)
  return run ? run[1][code - run[0]] : null
}

/** What says which way text runs (Unicode's bidirectional controls) takes no ink. */
function isUnseen(letter: string): boolean {
  return /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(letter)
}
