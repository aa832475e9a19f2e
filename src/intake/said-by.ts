/** Whose word a sentence is, where no verb of saying tells it. */
import type { EventTie } from './event/event-tie.ts'
import { readSpeaker, type Speaker } from './speaker/speaker.ts'
import { subjectBefore } from './speaker/subject.ts'
import type { Told } from './told.ts'

/**
 * A sentence that begins a quotation and names nobody is said by whom the next one names, where the
 * quotation goes on into it; else by who spoke last.
 */
export function continuedSpeaker({ course, reading, next }: Told): Speaker | null {
  if (!/^\s*["“]/.test(reading.sentence)) return null
  const goesOn = !/["”]/.test(reading.sentence.trim().slice(1))
  const named = goesOn ? next?.attributions.find(({ matter }) => matter === 'before') : undefined
  return (named && readSpeaker(named.speaker, course.people)) ?? course.speaker
}

/** "The chairman has set a deadline": his word, though no verb of saying tells it. */
export function setterOf({ course, reading }: Told, { head }: EventTie): Speaker | null {
  if (head.form !== 'giving') return null
  const subject = subjectBefore(reading.sentence, reading.tokens, reading.phrases, head.at)
  return subject ? readSpeaker(subject, course.people) : null
}

/** "The UN has proposed talks": its word, though no verb of saying tells it. */
export function proposer({ course, reading }: Told, { at }: EventTie): Speaker | null {
  const { sentence, tokens, phrases, heads } = reading
  const verb = heads.find(
    (head) => head.start <= at && /^(?:propos|offer|suggest)/.test(tokens[head.at].lower),
  )
  if (!verb || verb.form.endsWith('noun')) return null
  const isPassive = /^(?:been|was|were|is|are)$/.test(tokens[verb.at - 1]?.lower ?? '')
  const subject = isPassive ? '' : subjectBefore(sentence, tokens, phrases, verb.at)
  return subject ? readSpeaker(subject, course.people) : null
}
