/** How deadlines end, counted. */
import type { D1Database } from '@cloudflare/workers-types'
import { Hono } from 'hono'
import type { EpochSeconds } from '../deadline/instant.ts'
import { type Case, caseOf, type DeadlineRecord, recordOf } from '../deadline/record.ts'
import { recordAt } from '../ledger/cases.ts'
import { tellEnded } from '../ledger/ended.ts'
import { RecordPage } from '../page/record/record.tsx'
import type { AppEnv } from './context.ts'
import { readPage } from './query.ts'
import { viewOf } from './view.ts'

export const record = new Hono<AppEnv>()

record.get('/record', async (c) => {
  const asked = readPage(c.req.url, c.var.clock)
  const { now, knownAt } = asked
  const found =
    knownAt === null ? await recordAt(c.env.DB, now) : await recordKnown(c.env.DB, now, knownAt)
  return c.html(<RecordPage view={await viewOf(c, asked)} record={found} />)
})

async function recordKnown(
  db: D1Database,
  now: EpochSeconds,
  knownAt: EpochSeconds,
): Promise<DeadlineRecord> {
  const cases: Case[] = []
  for await (const statuses of tellEnded(db, now, knownAt)) {
    cases.push(...statuses.map(caseOf).filter((each) => each !== null))
  }
  return recordOf(cases)
}
