/** What a sentence is found to tell, on the way to a draft. */
import type { Kind } from '../deadline/deadline.ts'
import type { Course, Ultimatum } from './course.ts'
import type { DatePhrase } from './date/phrase.ts'
import type { Span } from './date/span.ts'
import type { Reading } from './event/clause.ts'
import type { EventTie } from './event/event-tie.ts'
import type { Tie } from './event/tie.ts'
import type { Saying } from './source.ts'
import type { Speaker } from './speaker/speaker.ts'

/** A sentence with what has been made of it, and of the article so far. */
export interface Told {
  course: Course
  reading: Reading
  next: Reading | null
  ties: (Tie | null)[]
  sayings: Saying[]
}

/** One event of it, with one source’s word on its date. */
export interface ToldEvent {
  kind: Kind
  tie: EventTie
  phrase: DatePhrase | null
  span: Span | null
  ultimatum: Ultimatum | null
  speaker: Speaker
  saying: Saying | null
  /** Whether the speaker is who sets the deadline. */
  isSetter: boolean
}
