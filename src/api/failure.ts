/** What a request came to that was not answered: as the problem that tells it. */
import { Crowded } from '../ledger/head.ts'
import { Problem } from './problem.ts'

/** Whatever no route has foreseen is logged, and told without what it says. */
export function problemOf(error: Error, path: string): Problem {
  if (error instanceof Problem) return error
  if (error instanceof Crowded) return crowded()
  console.error(JSON.stringify({ event: 'failure', path, error: error.stack }))
  return new Problem(500, 'The fault is ours and has been logged. Please try again.')
}

function crowded(): Problem {
  return new Problem(503, 'Too many are recording at once. Please send it again in a moment.', {
    headers: { 'retry-after': '5' },
  })
}
