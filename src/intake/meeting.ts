/** Between whom talks are, and where, as far as the article has told it. */
import type { Meeting } from './course.ts'
import type { Told, ToldEvent } from './told.ts'

/** Of "the delegations will meet" the sides and the place that were told before. */
export function meetingOf(
  { course, reading }: Told,
  { kind, tie }: ToldEvent,
  named: Meeting,
): Meeting {
  if (kind !== 'talks') return named
  const before = isOfKnown(reading.sentence) && named.parties.length < 2 ? course.talks : null
  const parties = before ? before.parties : named.parties
  const place = named.place ?? (tie.past ? null : (before?.place ?? null))
  if (parties.length >= 2 && !tie.past) course.talks = { parties, place }
  return { parties, place }
}

/** "the delegations", "they", "the next round": who or what was told of before. */
function isOfKnown(sentence: string): boolean {
  return KNOWN_SIDES.test(sentence) || KNOWN_ROUND.test(sentence) || /\b[Tt]hey\b/.test(sentence)
}

const KNOWN_SIDES =
  /\b(?:[Tt]he(?:ir)?|[Bb]oth|[Tt]wo) (?:\p{L}+ )?(?:delegations?|talks|negotiat(?:ors|ions)|sides|parties|teams|leaders|presidents|ministers|envoys|governments|countries|rounds?|meetings?)\b/u
const KNOWN_ROUND =
  /\b(?:next|new|another|further|first|second|third|fourth|fifth|last|earlier) (?:rounds?|meetings?|sessions?|talks)\b/
