/**
 * Answers that are kept. What anybody reads follows from the question, the ledger and the second: so
 * within a second, and of the same ledger, it is worked out once; and what is asked as of an instant,
 * until something more is recorded. A count is never older than its second.
 */
import type { D1Database } from '@cloudflare/workers-types'
import type { KeptLedger } from '../../ledger/kept.ts'
import { knownLedger, presentLedger } from '../../ledger/present.ts'
import { Recent } from '../../ledger/recent.ts'
import { isKeepable, isOfAnInstant, keyOf, wantsNewest } from './keepable.ts'
import { give, giveUnkept, type KeptAnswer, keep } from './kept-answer.ts'

type Fetch<Env, Context> = (
  request: Request,
  env: Env,
  context: Context,
) => Response | Promise<Response>

/** Questions of which it is known that their answers are not kept. */
const MOST_UNKEPT = 1000
/** Bytes of answers, of this second and of instants each: a Worker has 128 MB in all. */
const MOST_KEPT = 12_000_000

/** What is kept of one ledger. */
interface Shelf {
  ledger: KeptLedger
  second: number
  ofTheSecond: Recent<KeptAnswer>
  ofInstants: Recent<KeptAnswer>
  /** What is not to be kept: there the conditions are better known to who answers. */
  unkept: Recent<true>
}

const fromShelf = new WeakSet<Response>()

/** Whether an answer was given as it was kept, without being worked out. */
export const wasKept = (response: Response): boolean => fromShelf.has(response)

function giveKept(kept: KeptAnswer, request: Request): Response {
  const response = give(kept, request)
  fromShelf.add(response)
  return response
}

/** The same as `answer`, and keeps what it gives. */
export function keepingAnswers<Env extends { DB: D1Database }, Context>(
  answer: Fetch<Env, Context>,
): Fetch<Env, Context> {
  let shelf: Shelf | null = null

  function shelfFor(ledger: KeptLedger): Shelf {
    const second = Math.floor(Date.now() / 1000)
    if (shelf?.ledger !== ledger) {
      const ofInstants = new Recent<KeptAnswer>(MOST_KEPT)
      const unkept = new Recent<true>(MOST_UNKEPT)
      shelf = { ledger, second, ofTheSecond: new Recent(MOST_KEPT), ofInstants, unkept }
    }
    if (shelf.second !== second) {
      shelf.second = second
      shelf.ofTheSecond = new Recent(MOST_KEPT)
    }
    return shelf
  }

  return async (request, env, context) => {
    if (!isKeepable(request)) return answer(request, env, context)
    const known = wantsNewest(request.headers) ? null : knownLedger(env.DB)
    const ledger = known ?? (await presentLedger(env.DB).catch(() => null))
    // Where the database cannot be read, the answer says so.
    if (!ledger) return answer(request, env, context)
    const { ofInstants, ofTheSecond, unkept } = shelfFor(ledger)
    const [answers, key] = [isOfAnInstant(request.url) ? ofInstants : ofTheSecond, keyOf(request)]
    const kept = answers.get(key)
    if (kept) return giveKept(kept, request)
    const reading = { ...env, DB: ledger.db }
    if (unkept.get(key)) return answer(request, reading, context)
    const made = await keep(await answer(plain(request), reading, context))
    if (made instanceof Response) {
      unkept.set(key, true, 1)
      return giveUnkept(made, request)
    }
    answers.set(key, made, made.body.length)
    return give(made, request)
  }
}

const CONDITIONS = ['if-none-match', 'if-modified-since']

/** The request without its conditions, for all of the answer. */
function plain(request: Request): Request {
  const headers = new Headers(request.headers)
  for (const name of CONDITIONS) headers.delete(name)
  return new Request(request.url, { headers })
}
