import type { EventKind } from '../../deadline/event.ts'

/** As they come in a deadline's life: for who chooses among them. */
export const EVENTS_IN_TIME: EventKind[] = [
  'moved',
  'contested',
  'milestone',
  'due',
  'passed',
  'outcome',
  'retracted',
]
