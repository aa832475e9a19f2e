/** Text into lines by its measured width. */

type Measure = (text: string) => number

/** As few lines as it takes, all about as long; beyond `most` of them, the last ends in "…". */
export function linesOf(text: string, width: number, most: number, measure: Measure): string[] {
  const lines = brokenAt(text, width, measure)
  if (lines.length <= most) return balanced(text, width, lines, measure)
  const rest = lines.slice(most - 1).join(' ')
  return [...lines.slice(0, most - 1), cutTo(rest, width, measure)]
}

/** As much of a text as fits, with an ellipsis where that is not all. */
export function cutTo(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text
  const letters = graphemes(text)
  while (letters.length > 0 && measure(`${letters.join('').trimEnd()}…`) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** The same number of lines, in the narrowest column that gives so many. */
function balanced(text: string, width: number, lines: string[], measure: Measure): string[] {
  let best = lines
  for (let narrower = width - STEP; narrower > width / 2; narrower -= STEP) {
    const tried = brokenAt(text, narrower, measure)
    if (tried.length > lines.length) break
    best = tried
  }
  return best
}

const STEP = 24

function brokenAt(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((each) => partsOf(each, width, measure))) {
    const longer = line ? `${line} ${word}` : word
    if (line && measure(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line ? [...lines, line] : lines
}

/** A word that is wider than a line, in pieces that are not. */
function partsOf(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word]
  const parts = ['']
  for (const letter of graphemes(word)) {
    const longer = `${parts.at(-1)}${letter}`
    if (parts.at(-1) && measure(longer) > width) parts.push(letter)
    else parts[parts.length - 1] = longer
  }
  return parts
}

function graphemes(text: string): string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
}
