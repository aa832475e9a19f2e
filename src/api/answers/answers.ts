/**
 * Answers that are kept. What anybody reads follows from the question, the ledger and the second: so
 * within a second, and of the same ledger, it is worked out once; where the second does not matter,
 * once until something changes; and of an instant, until a report about it arrives. A count is never
 * older than its second.
 */
import type { D1Database, ExecutionContext } from '@cloudflare/workers-types'
import { arrivedSince } from '../../ledger/arrived.ts'
import type { KeptLedger } from '../../ledger/kept.ts'
import { knownLedger, presentLedger } from '../../ledger/present.ts'
import { Recent } from '../../recent.ts'
import {
  addressIn,
  isKeepable,
  isOfAnInstant,
  isOfNoSecond,
  questionOf,
  wantsNewest,
} from './keepable.ts'
import { give, giveUnkept, type KeptAnswer, keep } from './kept-answer.ts'
import { outlives } from './outlives.ts'
import { Shelf } from './shelf.ts'

type Fetch<Env> = (
  request: Request,
  env: Env,
  context: ExecutionContext,
) => Response | Promise<Response>

/** For who logs what is given. */
interface Notes {
  /** Whether it had been worked out for another. */
  kept: boolean
  /** Its content-language, where that is known without its headers. */
  language?: string | null
}

/**
 * The same, at once where the answer is at hand, and with notes for who logs it. A set of the answers
 * that are kept, or a mark on each, would not do: the runtime keeps what is marked, and its bytes, until
 * it next goes through all of its memory, and what is not only until it has been sent.
 */
type KeepingFetch<Env> = (
  ...asked: [...Parameters<Fetch<Env>>, notes?: Notes]
) => Response | Promise<Response>

/** Questions of which it is known that their answers are not kept. */
const MOST_UNKEPT = 1000

/** What is kept of one ledger. */
interface Library {
  ledger: KeptLedger
  second: number
  ofTheSecond: Shelf
  lasting: Shelf
  /** What is not to be kept: there the conditions are better known to who answers. */
  unkept: Recent<true>
}

/** The same as `answer`, and keeps what it gives. */
export function keepingAnswers<Env extends { DB: D1Database }>(
  answer: Fetch<Env>,
): KeepingFetch<Env> {
  let library: Library | null = null

  async function libraryOf(ledger: KeptLedger): Promise<Library> {
    const second = secondNow()
    if (library?.ledger !== ledger) {
      const former = library
      const opened = open(ledger, second)
      library = opened
      if (former) await keepOn(former, opened)
      return opened
    }
    if (library.second !== second) {
      library.second = second
      library.ofTheSecond = new Shelf()
    }
    return library
  }

  /** Nothing is waited for: null where it is not known that this is still what there is. */
  function atHand(request: Request, db: D1Database): KeptAnswer | null {
    const { url, headers } = request
    const ledger = wantsNewest(headers) ? null : knownLedger(db)
    if (!ledger || library?.ledger !== ledger || library.second !== secondNow()) return null
    const shelf = isOfAnInstant(url) ? library.lasting : library.ofTheSecond
    return shelf.get(questionOf({ url, headers }))
  }

  /** What throws, throws later, as what is looked for does. */
  const unkeepable = async (...asked: Parameters<Fetch<Env>>) => answer(...asked)

  const lookedFor = async (
    request: Request,
    env: Env,
    context: ExecutionContext,
    notes: Notes,
  ): Promise<Response> => {
    const isNewest = wantsNewest(request.headers)
    const known = isNewest ? null : knownLedger(env.DB)
    const ledger = known ?? (await presentLedger(env.DB, isNewest).catch(() => null))
    // Where the database cannot be read, the answer says so.
    if (!ledger) return answer(request, env, context)
    const { unkept, ...shelves } = await libraryOf(ledger)
    const place = await placeOf(request, shelves)
    const ask = async (what: Request) => answer(what, { ...env, DB: ledger.db }, context)
    const kept = place.shelf.get(place.question)
    notes.kept = kept !== null
    if (kept) return give(kept, request)
    if (unkept.get(questionOf(request))) return ask(request)
    const begun = await place.shelf.begun(place.question)
    notes.kept = begun?.kept != null
    if (begun) return begun.kept ? give(begun.kept, request) : ask(request)
    const making = ask(plain(request)).then(keep)
    // Others wait for it, though who asked first may go away.
    context.waitUntil(place.shelf.begin(place.question, making))
    const made = await making
    if (!(made instanceof Response)) return give(made, request)
    unkept.set(questionOf(request), true, 1)
    return giveUnkept(made, request)
  }

  return (request, env, context, notes = { kept: false }) => {
    if (!isKeepable(request)) return unkeepable(request, env, context)
    const kept = atHand(request, env.DB)
    if (!kept) return lookedFor(request, env, context, notes)
    const given = give(kept, request)
    notes.kept = true
    notes.language = given.status === 304 ? null : kept.language
    return given
  }
}

const secondNow = () => Math.floor(Date.now() / 1000)

function open(ledger: KeptLedger, second: number): Library {
  const unkept = new Recent<true>(MOST_UNKEPT)
  return { ledger, second, ofTheSecond: new Shelf(), lasting: new Shelf(), unkept }
}

/** What is told of the past stays, unless something has arrived that it would tell of. */
async function keepOn(former: Library, library: Library): Promise<void> {
  if (library.ledger.grewFrom !== former.ledger.head) return
  const arrived = await arrivedSince(library.ledger.db, former.ledger.head)
  if (!arrived) return
  for (const [question, answer] of former.lasting) {
    if (outlives(addressIn(question), arrived)) library.lasting.put(question, answer)
  }
}

/** Where an answer is kept, and as what. */
interface Place {
  shelf: Shelf
  question: string
}

async function placeOf(
  request: Request,
  { ledger, second, ofTheSecond, lasting }: Omit<Library, 'unkept'>,
): Promise<Place> {
  const question = questionOf(request)
  if (isOfAnInstant(request.url)) return { shelf: lasting, question }
  if (!isOfNoSecond(request.url)) return { shelf: ofTheSecond, question }
  return { shelf: lasting, question: `${await ledger.turnAt(second)}\n${question}` }
}

const CONDITIONS = ['if-none-match', 'if-modified-since']

/** The request without its conditions, for all of the answer. */
function plain(request: Request): Request {
  const headers = new Headers(request.headers)
  for (const name of CONDITIONS) headers.delete(name)
  return new Request(request.url, { headers })
}
