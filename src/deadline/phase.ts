import type { EpochSeconds } from './instant.ts'
import type { State } from './timeline.ts'
import { highest, lowest } from './window.ts'

export const PHASES = ['upcoming', 'due', 'passed', 'closed'] as const
export type Phase = (typeof PHASES)[number]

/**
 * Where a deadline stands at an instant. Undated ones are upcoming; the passing of time alone
 * closes nothing. An exact instant is never due: it is upcoming, then passed.
 */
export function phaseAt(
  { window, outcome }: Pick<State, 'window' | 'outcome'>,
  now: EpochSeconds,
): Phase {
  if (outcome) return 'closed'
  if (!window) return 'upcoming'
  if (highest(window) <= now) return 'passed'
  return lowest(window) <= now ? 'due' : 'upcoming'
}
