/** What an ultimatum demands and threatens, in the sentence’s own words. */
import type { DatePhrase } from '../date/phrase.ts'
import type { Reading } from './clause.ts'

/** A verb after "to", and no "to the South". */
const TO_ACT = String.raw`\bto (?!the |an? |its |his |her |their )(\p{Ll}`
const REST = String.raw`(?:[^,.;]|\.(?=\S))*?)`
/** Where the demand ends: at the threat, a mark, or what the whole does. */
const END = String.raw`(?=,? or |,? threatening |,? failing | (?:runs?|ran|will run|would run) out| (?:expires?|expired|ends?)\b|[,;]|\.(?:\s|$)|$)`
const AFTER_DATE = new RegExp(`^[^,.;]{0,40}?${TO_ACT}${REST}${END}`, 'u')
const BEFORE_DATE = new RegExp(`${TO_ACT}(?:(?! to )[^,.;])*)$`, 'u')
const OBLIGED = new RegExp(
  String.raw`\b(?:must|has to|have to) (\p{Ll}${REST}(?=,? (?:by|before|within|until|no later|or)\b|[,.;]|$)`,
  'u',
)
const DEMANDED = /\bdemand(?:s|ed|ing)? that ([^,.;]+)$/u

/** "to accept ten demands", "must leave Kuwait": what is demanded; null where it is not plain. */
export function demandIn(reading: Reading, { start, end }: DatePhrase): string | null {
  const text = withoutEnd(reading)
  const before = text.slice(0, start).trimEnd()
  const words =
    AFTER_DATE.exec(text.slice(end))?.[1] ??
    OBLIGED.exec(text)?.[1] ??
    DEMANDED.exec(before)?.[1] ??
    BEFORE_DATE.exec(before)?.[1]
  return words?.replace(RUNNING_OUT, '') ?? null
}

const RUNNING_OUT = / (?:(?:runs?|ran) out|expires?|expired|ends?)\b.*$/

const TO_END = String.raw`((?:[^;”"]|\.(?=\S))+)`
const THREATS = [
  /** "or face war" */
  new RegExp(`\\bor (?:else )?(?:face|risk|suffer|be met with) ${TO_END}`, 'u'),
  /** "or be removed by force", "or see it walk away" */
  /\bor ((?:be|see|have|lose) [^;”"]+)/u,
  /** "or the army would march" */
  /,? or ((?:the |it |they |he )?[^,.;]{2,40} (?:would|will) [^;”"]+)/u,
  /** "threatening to close the border", "failing which its minister will leave" */
  new RegExp(`\\b(?:threatening (?:otherwise )?to|failing which|otherwise) ${TO_END}`, 'u'),
]

/** "or face war": what is threatened; null where it is not plain. */
export function threatIn(reading: Reading): string | null {
  const text = withoutEnd(reading)
  const found = THREATS.map((threat) => threat.exec(text)?.[1]).find(Boolean)
  return found?.replace(/[.,\s]+$/, '') ?? null
}

/** Without ", the minister said" at its end. */
function withoutEnd({ sentence, attributions }: Reading): string {
  const last = attributions.find(({ matter }) => matter === 'before')
  return last ? sentence.slice(0, last.start) : sentence
}
