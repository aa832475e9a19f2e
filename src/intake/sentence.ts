/** Where one sentence ends and the next begins, in the manner of newspapers. */

/** After these a full stop ends a word, and a sentence only where the next word plainly begins one. */
const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof gen lt col maj capt sgt cmdr adm brig sen rep gov pres amb rev hon st sr jr
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
  fla calif mass ala ariz colo conn ill ind mich minn mont nev ore tenn tex wash wis
  u.s u.k u.n e.u u.s.s.r u.a.e d.c a.m p.m no nos vs approx inc co ltd corp dept e.g i.e etc`.split(
    /\s+/,
  ),
)

/** Words that may follow an abbreviation which closes a sentence ("at 7 p.m. The talks …"). */
const OPENERS = new Set(
  `the a an he she it they we i you this that these those there in on at by for from to of but and
  or if when while after before since as both neither no nobody all some another any many most what
  who how why his her their its our asked under with without during despite earlier later meanwhile
  separately however still last next talks negotiations`.split(/\s+/),
)

const STOP = /[.!?…]+["'”’»)\]]*(?=\s|$)/g

/** The sentences of a text, in order, each verbatim; only blanks between them are left out. */
export function sentencesOf(text: string): string[] {
  return text.split('\n').flatMap((paragraph) => sentencesOfParagraph(paragraph.trim()))
}

function sentencesOfParagraph(paragraph: string): string[] {
  const sentences: string[] = []
  let start = 0
  for (const stop of paragraph.matchAll(STOP)) {
    const end = stop.index + stop[0].length
    if (!endsSentence(paragraph, start, stop.index, end)) continue
    sentences.push(paragraph.slice(start, end).trim())
    start = end
  }
  const rest = paragraph.slice(start).trim()
  return rest ? [...sentences, rest] : sentences
}

function endsSentence(paragraph: string, start: number, stop: number, end: number): boolean {
  const next = /^\s*(?:["'“‘«([]*)(\S+)/.exec(paragraph.slice(end, end + 60))
  if (!next) return true
  if (
    /^\p{Ll}/u.test(next[1]) ||
    /^\s*\([A-Z]\w{1,20}\)\s*(?:—|–|--?)/.test(paragraph.slice(end, end + 40))
  )
    return false
  if (stop - start < (SLASHED.exec(paragraph.slice(start, start + 80))?.[0].length ?? 0))
    return false
  if (isDateline(paragraph.slice(start, stop), paragraph.slice(end, end + 60))) return false
  const closing = paragraph.slice(stop, end)
  if (!closing.startsWith('.') || closing.length > 1) return true
  const last = /\S*$/.exec(paragraph.slice(Math.max(start, stop - 20), stop))?.[0] ?? ''
  const word = last.replace(/^["'“‘«([]+/, '')
  if (!isInitial(word) && !ABBREVIATIONS.has(word.toLowerCase())) return true
  return OPENERS.has(next[1].toLowerCase().replace(/\W+$/, ''))
}

/** "YEREVAN, November 15. /TASS/." */
const SLASHED = /^\P{Ll}{2,40}, \p{Lu}\p{L}+\.? \d{1,2}\. ?\/\p{Lu}[^/]{1,20}\/\.?/u

/** "TBILISI. Dec 31 (Interfax) - …" */
function isDateline(before: string, after: string): boolean {
  return /^\P{Ll}+$/u.test(before) && /^\s+[^.()]{3,25}\([^()]+\)\s*(?:—|–|-)/.test(after)
}

/** "George W. Bush", "J. K. Galbraith"; but not the last word of "in Vitamin C." */
function isInitial(word: string): boolean {
  return /^\p{Lu}$/u.test(word) && word !== 'I'
}
