/** What programs and who writes them are told of the addresses. It is loaded when it is asked for. */
import { Hono } from 'hono'
import { CONTRACT, docsPath } from '../../href.ts'
import type { AppEnv } from '../context.ts'

export const contract = new Hono<AppEnv>()

contract.get(CONTRACT, async (c) => {
  const { contractOf } = await import('./contract-of.ts')
  return c.body(contractOf(c.var.site), 200, { 'content-type': 'application/json' })
})

contract.get(docsPath(), async (c) => (await import('./docs.tsx')).answerDocs(c))
