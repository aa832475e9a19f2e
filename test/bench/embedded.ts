/**
 * A database's file as the ledger's own code takes a database, without a runtime in between. It is
 * for filling one: the file is written in one transaction, which `close` ends.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { D1Database } from '@cloudflare/workers-types'

/** A statement with its values: what was sent in a batch. */
export type Bound = readonly [sql: string, ...values: SQLInputValue[]]

export interface Embedded {
  db: D1Database
  file: DatabaseSync
}

class Statement {
  readonly bound: Bound
  readonly #of: (sql: string) => StatementSync

  constructor(of: (sql: string) => StatementSync, ...bound: Bound) {
    this.#of = of
    this.bound = bound
  }

  bind(...values: SQLInputValue[]): Statement {
    return new Statement(this.#of, this.bound[0], ...values)
  }

  run() {
    const [sql, ...values] = this.bound
    return { results: this.#of(sql).all(...values) }
  }

  async all() {
    return this.run()
  }
}

/** `sent` is told each batch, as it is executed. */
export function embed(path: string, sent: (batch: Bound[]) => void = () => {}): Embedded {
  const file = new DatabaseSync(path)
  const prepared = new Map<string, StatementSync>()
  const of = (sql: string) => {
    const statement = prepared.get(sql) ?? file.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
  const db = {
    prepare: (sql: string) => new Statement(of, sql),
    batch: async (statements: Statement[]) => {
      sent(statements.map(({ bound }) => bound))
      return statements.map((statement) => statement.run())
    },
  }
  return { db: db as unknown as D1Database, file }
}
