/**
 * Makes the fonts of the preview picture: each face cut down to the letters that the pictures
 * need, and a table of how wide each letter is. Only the picture needs them; pages use the
 * reader's own faces.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Blob, Face, Font, Buffer as ShapedText, shape } from 'harfbuzzjs'
import subsetFont from 'subset-font'
import type { FaceName, Faces, FaceTable, Runs } from '../src/page/preview/faces.ts'
import { keep } from './keep.ts'

const require = createRequire(import.meta.url)

type Range = [first: number, last: number]

/** Latin as Europe, Turkey and Vietnam write it, Greek, Cyrillic; punctuation, currencies, arrows. */
const EUROPE: Range[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x18f, 0x18f],
  [0x1a0, 0x1b0],
  [0x218, 0x21b],
  [0x259, 0x259],
  [0x2bc, 0x2bc],
  [0x300, 0x36f],
  [0x370, 0x3ff],
  [0x400, 0x4ff],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x2044],
  [0x20a0, 0x20bf],
  [0x2116, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
]

/** Arabic, Persian, Urdu, with the joiners; and the Latin that stands beside, in the same face. */
const ARABIC: Range[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x600, 0x6ff],
  [0x200c, 0x200f],
  [0x2010, 0x2026],
  [0x2039, 0x203a],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
]

interface Source {
  family: string
  weight: number
  file: string
  letters: Range[]
}

const FONTS = '@expo-google-fonts'

const SOURCES: Record<FaceName, Source> = {
  'inter-200': face('Inter', 200, EUROPE, 'inter/200ExtraLight/Inter_200ExtraLight'),
  'inter-400': face('Inter', 400, EUROPE, 'inter/400Regular/Inter_400Regular'),
  'inter-600': face('Inter', 600, EUROPE, 'inter/600SemiBold/Inter_600SemiBold'),
  'serif-700': face('Source Serif 4', 700, EUROPE, 'source-serif-4/700Bold/SourceSerif4_700Bold'),
  'plex-300': plexArabic(300, '300Light'),
  'plex-400': plexArabic(400, '400Regular'),
  'plex-600': plexArabic(600, '600SemiBold'),
  'amiri-700': face('Amiri', 700, ARABIC, 'amiri/700Bold/Amiri_700Bold'),
}

function face(family: string, weight: number, letters: Range[], file: string): Source {
  return { family, weight, letters, file: `${file}.ttf` }
}

function plexArabic(weight: number, name: string): Source {
  const file = `ibm-plex-sans-arabic/${name}/IBMPlexSansArabic_${name}`
  return face('IBM Plex Sans Arabic', weight, ARABIC, file)
}

/** The typographic family's name (16) tells a weight's file what family it is of. */
const NAMES = [0, 1, 2, 13, 14, 16, 17]

/** How letters join, combine and stand beside each other; no small capitals, no alternates. */
const FEATURES = [
  'ccmp',
  'locl',
  'kern',
  'mark',
  'mkmk',
  'curs',
  'rlig',
  'isol',
  'init',
  'medi',
  'fina',
]

/** Writes the faces, their licences and their table into a directory. */
export async function buildFonts(directory: string): Promise<void> {
  const faces = Object.entries(SOURCES).map(async ([name, source]) => {
    const path = require.resolve(`${FONTS}/${source.file}`)
    const font = await subsetFont(readFileSync(path), lettersIn(source.letters), {
      ...{ targetFormat: 'truetype', noHinting: true },
      ...{ preserveNameIds: NAMES, keepFeatures: FEATURES },
    })
    keep(join(directory, `${name}.ttf`), font)
    keep(
      join(directory, `${source.family.replaceAll(' ', '-')}.LICENSE.txt`),
      readFileSync(join(dirname(path), '../LICENSE_FONT')),
    )
    return [name, tableOf(source, font)]
  })
  const table: Faces = Object.fromEntries(await Promise.all(faces))
  keep(join(directory, 'faces.json'), `${JSON.stringify(table)}\n`)
}

function lettersIn(ranges: Range[]): string {
  return ranges
    .flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
    )
    .join('')
}

/** How far each letter that the face has carries on, in thousandths of its size. */
function tableOf({ family, weight }: Source, bytes: Uint8Array): FaceTable {
  const face = new Face(new Blob(bytes.slice().buffer))
  const font = new Font(face)
  const letters = [...face.collectUnicodes()].map((code) => String.fromCodePoint(code))
  const thousandths = (text: string) => Math.round((advanceOf(font, text) * 1000) / face.upem)
  return {
    ...{ family, weight },
    last: inRuns(letters, (letter) => thousandths(isArabic(letter) ? JOIN + letter : letter)),
    within: inRuns(letters.filter(isArabic), (letter) => thousandths(JOIN + letter + JOIN)),
  }
}

/** The zero-width joiner: beside it a letter has the form that it has within a word. */
const JOIN = '\u200d'

function isArabic(letter: string): boolean {
  return /\p{Script=Arabic}/u.test(letter)
}

function advanceOf(font: Font, text: string): number {
  const buffer = new ShapedText()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  shape(font, buffer)
  return buffer.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0)
}

function inRuns(letters: string[], width: (letter: string) => number): Runs {
  const runs: Runs = []
  for (const letter of letters) {
    const code = letter.codePointAt(0) ?? 0
    const run = runs.at(-1)
    if (run && run[0] + run[1].length === code) run[1].push(width(letter))
    else runs.push([code, [width(letter)]])
  }
  return runs
}
