/** What subscribers send to the hub: a form (WebSub, section 5.1). */
import type { Context } from 'hono'
import * as z from 'zod/mini'
import { atMost } from '../../deadline/fields.ts'
import { refusals } from '../../deadline/refusal.ts'
import { type Intent, MODES } from '../../ledger/intents.ts'
import type { AppEnv } from '../context.ts'
import { readText, refuse } from '../desk/body.ts'
import { Problem } from '../problem.ts'

export type HubRequest = Omit<Intent, 'seq' | 'site'>

const HOUR = 3600
const DAY = 24 * HOUR
const LEASE = { least: HOUR, usual: 10 * DAY, most: 30 * DAY }

/** Such as can stand in a header as it is: it is told back in the same spelling. */
const ADDRESS = /^https?:\/\/[!$-;=?-~]+$/i

const address = z.string().check(
  atMost(2000),
  z.refine(
    (text) => ADDRESS.test(text) && URL.canParse(text),
    'must be a whole address, such as https://a.example/b, percent-encoded and without a fragment',
  ),
  z.meta({ format: 'uri' }),
)

const FEWER_BYTES_THAN = 200

export const hubRequestSchema = z.object({
  'hub.mode': z
    .enum(MODES)
    .check(z.describe('Whether to begin or renew a subscription, or to end it.')),
  'hub.topic': address.check(
    z.describe('The address of a feed, as its own Link header gives it as self.'),
  ),
  'hub.callback': address.check(
    z.describe('Where what is new is to be sent: https, on the public internet, port 443 or 8443.'),
  ),
  'hub.lease_seconds': z
    .optional(
      z.string().check(z.regex(/^0*[1-9]\d*$/, 'must be a whole number of seconds, above 0')),
    )
    .check(z.describe('For how long: from an hour to 30 days, 10 days if it is not said.')),
  'hub.secret': z
    .optional(
      z
        .string()
        .check(
          z.refine(
            (text) => new TextEncoder().encode(text).length < FEWER_BYTES_THAN,
            `must have fewer than ${FEWER_BYTES_THAN} bytes`,
          ),
        ),
    )
    .check(z.describe('By which what is sent is signed. By https alone.')),
})

export async function readHubRequest(c: Context<AppEnv>): Promise<HubRequest> {
  const read = hubRequestSchema.safeParse(await readFields(c))
  if (!read.success) throw refuse(refusals(read.error))
  const { data } = read
  return {
    mode: data['hub.mode'],
    topic: data['hub.topic'],
    callback: data['hub.callback'],
    secret: data['hub.secret'] ?? null,
    leaseSeconds: leaseOf(data['hub.lease_seconds']),
  }
}

function leaseOf(seconds: string | undefined): number {
  if (seconds === undefined) return LEASE.usual
  return Math.min(Math.max(Number(seconds), LEASE.least), LEASE.most)
}

/** What counts for a mode, each once. What a field of no value asks for is nothing. */
async function readFields(c: Context<AppEnv>): Promise<Record<string, string>> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
    throw new Problem(415, 'Send a form: Content-Type: application/x-www-form-urlencoded.')
  }
  const form = new URLSearchParams(await readText(c))
  const isEnd = form.get('hub.mode') === 'unsubscribe'
  const names = Object.keys(hubRequestSchema.shape)
  const counting = names.filter((name) => !(isEnd && UNHEEDED_AT_END.includes(name)))
  const repeated = counting.filter((name) => form.getAll(name).length > 1)
  if (repeated.length > 0) {
    throw refuse(
      repeated.map((name) => ({ pointer: `/${name}`, detail: 'is given more than once' })),
    )
  }
  const given = counting.map((name) => [name, form.get(name)] as const)
  return Object.fromEntries(given.filter((each): each is [string, string] => !!each[1]))
}

const UNHEEDED_AT_END = ['hub.lease_seconds', 'hub.secret']
