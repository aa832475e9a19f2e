/** The tracker's own keys, each made when it is first needed and the same ever after. */
import type { D1Database } from '@cloudflare/workers-types'
import { select } from './busy.ts'

/** The key of a name. Of many who make one at the same moment, one's is kept and all get that. */
export async function keyOf(
  db: D1Database,
  name: string,
  make: () => Promise<string>,
): Promise<string> {
  const kept = await find(db, name)
  if (kept !== null) return kept
  const made = await make()
  const sql = 'INSERT OR IGNORE INTO keys (name, value) VALUES (?1, ?2)'
  await db.prepare(sql).bind(name, made).run()
  return (await find(db, name)) ?? made
}

async function find(db: D1Database, name: string): Promise<string | null> {
  const query = db.prepare('SELECT value FROM keys WHERE name = ?1').bind(name)
  const [row] = await select<{ value: string }>(query)
  return row?.value ?? null
}
