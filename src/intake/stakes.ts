/** Who has a part in an event: what the sentence, and the article before it, tell of its sides. */

import type { Standing } from '../deadline/report.ts'
import type { Course, Meeting } from './course.ts'
import { matterOf } from './event/clause.ts'
import { type Setting, settingOf } from './event/setting.ts'
import { meetingOf } from './meeting.ts'
import { placeIn } from './place.ts'
import { withoutHosts } from './speaker/hosts.ts'
import { campsOfClause } from './speaker/sides.ts'
import type { Stakes } from './speaker/standing.ts'
import { STATES } from './speaker/states.ts'
import { subjectBefore } from './speaker/subject.ts'
import { gathersItself, isOfMany, isWithOthers, speaksOfSelf } from './speaker/taking-part.ts'
import type { Told, ToldEvent } from './told.ts'
import { asLine } from './wording.ts'

/** The stakes of an event, and between whom and where it is. */
export function stakesOf(told: Told, event: ToldEvent): { stakes: Stakes; meeting: Meeting } {
  const { course, reading } = told
  const { kind, tie, speaker, saying, ultimatum } = event
  const clause = matterOf(reading)
  const hosted = GUEST.test(clause) ? { clause, hosts: new Set<string>() } : withoutHosts(clause)
  const campsIn = (words: string) => campsOfClause(words, course.people, course.known)
  const camps = campsIn(hosted.clause)
  const named = new Set(camps.flatMap((camp) => [...camp]))
  const place = kind === 'ultimatum' ? null : asLine(placeIn(clause))
  const states = [...named].filter((side) => STATES.has(side))
  const meeting = meetingOf(told, event, { parties: states, place })
  const isKnownMeeting = camps.length < 2 && meeting.parties.length >= 2
  const sides = isKnownMeeting ? new Set([...named, ...meeting.parties]) : named
  const noun = tie.noun && reading.tokens[tie.noun.at].lower
  const isDone = tie.head.form === 'expiring' || tie.head.form.endsWith('noun')
  const subject = isDone
    ? ''
    : subjectBefore(reading.sentence, reading.tokens, reading.phrases, tie.head.at)
  const act = { clause, noun, subject, isUnderAccord: course.hasAccord }
  return {
    meeting,
    stakes: {
      kind,
      sides,
      isComplete: camps.length >= 2 || isKnownMeeting,
      hosts: hosted.hosts,
      dispute: course.dispute,
      mediators: course.mediators,
      home: course.home,
      isSetter: event.isSetter,
      issuer: ultimatum?.issuer ?? null,
      addressees: ultimatum?.addressees.sides ?? new Set(),
      setting: kind === 'deadline' ? knownSetting(course, settingOf(act, campsIn)) : null,
      isSelf: speaksOfSelf(clause, speaker, saying?.matter === 'after'),
      isOfMany: isOfMany(clause, sides) || isOfKnownMany(course, event, clause, camps.length),
      isWithOthers: isWithOthers(clause, sides),
      wasParty: course.parties.has(speaker.name),
      isOwnGathering: kind === 'talks' && gathersItself(hosted.clause, speaker, camps),
    },
  }
}

/** "Starmer will host Zelensky": his own meeting. */
const GUEST =
  /\b(?:hosts?|hosted) (?:(?:President|Prime Minister|Chancellor|King) )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?(?: (?:in|on|at|for|next|this|tomorrow)\b|[.,])/u

/** "The tariffs will take effect": whose they are, the article has told before. */
function knownSetting({ setting: known }: Course, setting: Setting | null): Setting | null {
  if (!setting || setting.setters.size > 0 || known?.word !== setting.word) return setting
  const targets = new Set([...known.targets, ...setting.targets])
  return { ...known, targets, isKnown: true }
}

/** "The ministers would meet": those of the alliance whose meeting was told of before. */
function isOfKnownMany(
  course: Course,
  { kind }: ToldEvent,
  clause: string,
  camps: number,
): boolean {
  return kind === 'talks' && course.isOfMany && camps === 0 && KNOWN_MANY.test(clause)
}

const KNOWN_MANY =
  /\b(?:the (?:\p{L}+ )?(?:ministers|leaders|members|summit|meeting|chiefs|session)|they)\b/iu

/** Keeps what later sentences may mean by "the tariffs" and "the ministers". */
export function rememberStakes(
  { course }: Told,
  event: ToldEvent,
  stakes: Stakes,
  standing: Standing,
): void {
  const { kind, speaker } = event
  if (standing === 'party') course.parties.add(speaker.name)
  if (kind === 'talks') course.isOfMany = stakes.isOfMany || stakes.isOwnGathering
  if (!stakes.setting) return
  const own = standing === 'issuer' ? speaker.sides : []
  const setters = new Set([...stakes.setting.setters, ...own])
  if (setters.size + stakes.setting.targets.size > 0)
    course.setting = { ...stakes.setting, setters }
}
