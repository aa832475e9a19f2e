/** Who has a part in an event: what the sentence, and the article before it, tell of its sides. */

import type { Meeting } from './course.ts'
import { matterOf } from './event/clause.ts'
import { settingOf } from './event/setting.ts'
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
  const hosted = withoutHosts(clause)
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
      setting: kind === 'deadline' ? settingOf(act, campsIn) : null,
      isSelf: speaksOfSelf(clause, speaker, saying?.matter === 'after'),
      isOfMany: isOfMany(clause, sides),
      isWithOthers: isWithOthers(clause, sides),
      isOwnGathering: kind === 'talks' && gathersItself(hosted.clause, speaker, camps),
    },
  }
}
