/** How deadlines end, counted. */
import { Hono } from 'hono'
import { type Case, caseOf, recordOf } from '../deadline/record.ts'
import { tellEnded } from '../ledger/ended.ts'
import { RecordPage } from '../page/record/record.tsx'
import type { AppEnv } from './context.ts'
import { readPage } from './query.ts'
import { viewOf } from './view.ts'

export const record = new Hono<AppEnv>()

record.get('/record', async (c) => {
  const asked = readPage(c.req.url, c.var.clock)
  const cases: Case[] = []
  for await (const statuses of tellEnded(c.env.DB, asked.now, asked.knownAt)) {
    cases.push(...statuses.map(caseOf).filter((each) => each !== null))
  }
  return c.html(<RecordPage view={await viewOf(c, asked)} record={recordOf(cases)} />)
})
