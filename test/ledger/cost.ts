import type {
  D1Database,
  D1DatabaseSession,
  D1PreparedStatement,
  D1Result,
} from '@cloudflare/workers-types'

/** Rows that a database has read and written: the same figures that it is billed by. */
export interface Cost {
  read: number
  written: number
}

/** The same database, and what is asked of it from now on costs. */
export function counting(db: D1Database): { counted: D1Database; cost: Cost } {
  const cost = { read: 0, written: 0 }
  const plain = new WeakMap<D1PreparedStatement, D1PreparedStatement>()
  const add = <Result extends D1Result>(result: Result): Result => {
    cost.read += result.meta.rows_read
    cost.written += result.meta.rows_written
    return result
  }
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      all: async () => add(await statement.all()),
      run: async () => add(await statement.run()),
    } as unknown as D1PreparedStatement
    plain.set(wrapped, statement)
    return wrapped
  }
  const countedOf = (from: Pick<D1DatabaseSession, 'prepare' | 'batch'>) => ({
    prepare: (sql: string) => wrap(from.prepare(sql)),
    batch: async (statements: D1PreparedStatement[]) =>
      (await from.batch(statements.map((each) => plain.get(each) ?? each))).map(add),
  })
  const withSession = (since?: string) => {
    const session = db.withSession(since)
    return { ...countedOf(session), getBookmark: () => session.getBookmark() }
  }
  return { counted: { ...countedOf(db), withSession } as unknown as D1Database, cost }
}
