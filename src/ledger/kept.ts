/**
 * What was read of the ledger at one head, kept for as long as it is its head. Lines are never changed,
 * so what a look-up gives follows from the head and from the instant that it is asked as of; and that
 * changes something only where a report or a milestone lies in between.
 */
import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../deadline/instant.ts'
import { Recent } from '../recent.ts'
import { select } from './busy.ts'

/** Characters of rows, as JSON: a Worker has 128 MB in all. */
const MOST_KEPT = 16_000_000

/** Spans of time that are remembered: the present, and what replays ask for. */
const MOST_TURNS = 32

/** From one change to the next the ledger stands as it is. */
interface Turn {
  from: EpochSeconds
  /** Null: for ever. */
  until: EpochSeconds | null
}

export class KeptLedger {
  readonly head: number
  /** An earlier head, after which only lines were added; null where that is not known. */
  readonly grewFrom: number | null
  readonly #db: D1Database
  readonly #rows = new Recent<D1Result>(MOST_KEPT)
  readonly #work = new Recent<unknown>(MOST_KEPT)
  readonly #turns: Turn[] = []

  constructor(db: D1Database, head: number, grewFrom: number | null = null) {
    this.#db = db
    this.head = head
    this.grewFrom = grewFrom
  }

  /** To be read from as if it were the database. */
  get db(): D1Database {
    return this as unknown as D1Database
  }

  prepare(sql: string): D1PreparedStatement {
    const statement = this.#db.prepare(sql)
    return /^\s*SELECT\b/.test(sql) ? this.#keeping(sql, statement, []) : statement
  }

  batch(statements: D1PreparedStatement[]) {
    return this.#db.batch(statements)
  }

  #keeping(sql: string, statement: D1PreparedStatement, values: unknown[]): D1PreparedStatement {
    const reading = {
      bind: (...bound: unknown[]) => this.#keeping(sql, statement.bind(...bound), bound),
      all: () => this.#all(`${sql}\n${JSON.stringify(values)}`, statement),
    }
    return reading as unknown as D1PreparedStatement
  }

  async #all(key: string, statement: D1PreparedStatement): Promise<D1Result> {
    const kept = this.#rows.get(key)
    if (kept) return kept
    const result = await statement.all()
    this.#rows.set(key, result, JSON.stringify(result.results).length)
    return result
  }

  /** The earliest instant at which the ledger stood as it does at another. */
  async turnAt(instant: EpochSeconds): Promise<EpochSeconds> {
    const known = this.#turns.find(
      ({ from, until }) => from <= instant && (until === null || instant < until),
    )
    if (known) return known.from
    const turn = await this.#findTurn(instant)
    this.#turns.unshift(turn)
    this.#turns.length = Math.min(this.#turns.length, MOST_TURNS)
    return turn.from
  }

  /** What follows from the ledger as it stands at an instant, worked out once for as long as that lasts. */
  async once<T>(name: string, instant: EpochSeconds, work: () => Promise<T>): Promise<T> {
    const key = `${await this.turnAt(instant)}\n${name}`
    const kept = this.#work.get(key)
    if (kept) return kept as T
    const done = await work()
    this.#work.set(key, done, JSON.stringify(done).length)
    return done
  }

  async #findTurn(instant: EpochSeconds): Promise<Turn> {
    const sql = `SELECT (SELECT max(at) FROM changes WHERE at <= ?1) AS last,
      (SELECT min(at) FROM changes WHERE at > ?1) AS next`
    const [{ last, next }] = await select<Record<'last' | 'next', EpochSeconds | null>>(
      this.#db.prepare(sql).bind(instant),
    )
    // Before anything has come to pass, every instant is as good as another.
    return { from: last ?? instant, until: next }
  }
}

/**
 * The instant to look up as of, in place of another at which the ledger stands the same: then what is
 * kept serves until something changes. Where nothing is kept, that instant itself.
 */
export async function asOf(db: D1Database, instant: EpochSeconds): Promise<EpochSeconds> {
  return keptOf(db)?.turnAt(instant) ?? instant
}

/**
 * What `work` gives, which has to follow from the ledger as it stands at an instant, and not to be
 * changed by who is given it. Where nothing is kept, it is worked out anew.
 */
export function once<T extends object>(
  db: D1Database,
  name: string,
  instant: EpochSeconds,
  work: () => Promise<T>,
): Promise<T> {
  return keptOf(db)?.once(name, instant, work) ?? work()
}

function keptOf(db: D1Database): KeptLedger | null {
  return (db as unknown) instanceof KeptLedger ? (db as unknown as KeptLedger) : null
}
