/** Forms that a page has sent. */
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Values } from '../page/desk/filled.ts'
import type { AppEnv } from './context.ts'
import { Problem } from './problem.ts'

/**
 * Turns away a form that another site's page sends. Browsers say where a form comes from; what says
 * nothing is no browser, and carries no one's cookie unawares.
 */
export function expectOwnForm(c: Context<AppEnv>): void {
  if (c.req.method !== 'POST') return
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const isOwn = site ? site === 'same-origin' : !origin || origin === new URL(c.req.url).origin
  if (!isOwn) throw new Problem(403, 'This form came from another site, and is not taken.')
}

/** Drafts of a long article come back with all their fields. */
const LONGEST_FORM = 1024 * 1024

const limited = bodyLimit({
  maxSize: LONGEST_FORM,
  onError: () => {
    throw new Problem(413, `A form must have at most ${LONGEST_FORM} bytes.`)
  },
})

/** What was typed, by the fields' names; forms have CRLF for each line break, which counts as one. */
export async function readForm(c: Context<AppEnv>): Promise<Values> {
  let values: Values = {}
  await limited(c, async () => {
    const form = await c.req.formData().catch(() => {
      throw new Problem(415, 'Send a form: application/x-www-form-urlencoded.')
    })
    values = Object.fromEntries(
      [...form].flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value.replaceAll('\r\n', '\n')]] : [],
      ),
    )
  })
  return values
}
