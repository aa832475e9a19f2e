/** Names in a sentence: runs of capitalized words, and which of them are people's. */
import { MONTH, WEEKDAY } from '../date/names.ts'
import { isCapitalized, type Token } from '../token.ts'
import { STATES, statesIn } from './states.ts'
import { BODIES, TITLES } from './titles.ts'

/** A run of capitalized words; `from` and `to` are its first token and the one after its last. */
export interface Name {
  text: string
  from: number
  to: number
  possessive: boolean
}

const PARTICLES = new Set(
  'de del della di da dos du von van der den bin ibn al el la le zu ter'.split(' '),
)
const CALENDAR = new RegExp(`^(?:${WEEKDAY}|${MONTH})$`)

/** A sentence’s first word is capitalized anyhow. */
export const OPENER =
  /^(?:The|A|You|We|Unless|An|In|On|At|But|And|His|Her|Its|Their|For|From|With|By|As|If|When|While|After|Before|Since|Both|That|This|It|He|She|They|Mr|Neither)\b\.? /

/** The names in a sentence, in order; a possessive ends one ("Spain’s King Felipe" are two). */
export function namesIn(sentence: string, tokens: Token[]): Name[] {
  const names: Name[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    if (!startsName(tokens[index], tokens[index - 1])) continue
    const to = endOfName(tokens, index)
    const last = tokens[to - 1]
    const text = sentence.slice(tokens[index].start, last.start + last.word.length)
    names.push({ text, from: index, to, possessive: last.possessive })
    index = to - 1
  }
  return names
}

function startsName(token: Token, before?: Token): boolean {
  if (!isCapitalized(token)) return false
  return !CALENDAR.test(token.word) || (token.word === 'May' && isCalled(before))
}

/** "Theresa May", "Mrs May": a surname. */
function isCalled(before: Token | undefined): boolean {
  return before !== undefined && isCapitalized(before) && !NO_NAMES.test(before.word)
}

const NO_NAMES = new RegExp(`^(?:In|On|By|Until|Since|From|After|Before|Of|${WEEKDAY})$`)

function endOfName(tokens: Token[], from: number): number {
  let to = from + 1
  while (to < tokens.length && !tokens[to - 1].possessive) {
    const next = skipOffice(tokens, skipStop(tokens, to))
    const beyond = skipParticles(tokens, next)
    const token = tokens[beyond]
    if (
      !token ||
      !startsName(token, tokens[beyond - 1]) ||
      token.start - tokens[beyond - 1].end > 1
    )
      break
    to = beyond + 1
  }
  return to
}

/** Past the full stop of "Mr." or "W.", which is a mark of its own. */
function skipStop(tokens: Token[], at: number): number {
  const before = tokens[at - 1]
  const isShort = before.word.length === 1 || TITLES.has(`${before.word}.`)
  return isShort && tokens[at]?.word === '.' && tokens[at].start === before.end ? at + 1 : at
}

/** "Secretary of State George Shultz" is one run. */
function skipOffice(tokens: Token[], at: number): number {
  const isOffice = tokens[at]?.word === 'of' && TITLES.has(tokens[at + 1]?.word)
  return isOffice && TITLES.has(tokens[at - 1].word) ? at + 1 : at
}

function skipParticles(tokens: Token[], at: number): number {
  let next = at
  while (next - at < 2 && tokens[next] && PARTICLES.has(tokens[next].word)) next += 1
  return next
}

/** A person's name without titles and state: "Volodymyr Zelensky" of "Ukrainian President …". */
export interface Person {
  name: string
  /** The title or the state that stood before it. */
  title: string
}

/** Reads a name as a person's; null where it is a state's, a body's, or one word without a title. */
export function personIn(text: string): Person | null {
  let rest = afterLastTitle(text)
  while (rest) {
    const shorter = withoutTitle(rest)
    if (shorter === null) break
    rest = shorter
  }
  const title = text.slice(0, text.length - rest.length).trim()
  if (!rest || BODIES.test(rest) || STATES.has(rest)) return null
  const words = rest.split(' ').length
  const isTitled = title.split(' ').some((word) => TITLES.has(word))
  return words > 6 || (words === 1 && !isTitled) ? null : { name: rest, title }
}

/** "Kestrian Foreign Minister Ilse Varga": whatever stands before a title is part of it. */
function afterLastTitle(text: string): string {
  const words = text.split(' ')
  const last = words.slice(0, -1).findLastIndex((word) => TITLES.has(word))
  return words.slice(last + 1).join(' ')
}

function withoutTitle(text: string): string | null {
  const [word] = text.split(' ')
  if (TITLES.has(word) || word === '.' || word === 'of')
    return text.slice(word.length).replace(/^[. ]+/, '')
  const [state] = statesIn(text)
  return state?.start === 0 && state.end < text.length ? text.slice(state.end).trim() : null
}
