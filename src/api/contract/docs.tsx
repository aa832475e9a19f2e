import type { Context } from 'hono'
import { CONTRACT } from '../../href.ts'
import { Docs } from '../../page/docs/docs.tsx'
import type { AppEnv } from '../context.ts'
import { readPage } from '../query.ts'
import { viewOf } from '../view.ts'
import { contractOf } from './contract-of.ts'

/** The contract as a page; the header says where programs find it (RFC 8631). */
export async function answerDocs(c: Context<AppEnv>): Promise<Response> {
  const asked = readPage(c.req.url, c.var.clock)
  c.header('link', `<${CONTRACT}>; rel="service-desc"`)
  const document = JSON.parse(contractOf(c.var.site))
  return c.html(<Docs view={await viewOf(c, asked)} document={document} />)
}
