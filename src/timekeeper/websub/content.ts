/** What stands at a feed's address, asked of this tracker itself and not through the network. */
import { absolute, type Subject, subjectOfFeed, subscribePath } from '../../href.ts'
import { hexOf } from './hex.ts'

/** Answers for an address as the tracker does. */
export type Read = (address: string) => Promise<Response>

export interface Content {
  subject: Subject
  /** The feed's address in the tracker's own spelling: the same for all that have the same content. */
  self: string
  type: string
  body: Uint8Array<ArrayBuffer>
  digest: string
}

export type Reading = { ok: true; content: Content } | { ok: false; why: string }

/** A feed's address, and the tracker's own: each as the subscriber knows it. */
export interface Place {
  topic: string
  site: string
}

export async function readTopic({ topic, site }: Place, read: Read): Promise<Reading> {
  const subject = subjectOfFeed(site, topic)
  if (!subject) {
    const list = absolute(site, subscribePath())
    return { ok: false, why: `This hub tells of the feeds of ${site} alone: see ${list}.` }
  }
  const answer = await read(topic)
  const self = /<([^>]*)>; rel="self"/.exec(answer.headers.get('link') ?? '')?.[1]
  if (answer.status !== 200 || !self) return { ok: false, why: await detailOf(answer) }
  const body = new Uint8Array(await answer.arrayBuffer())
  const digest = hexOf(await crypto.subtle.digest('SHA-256', body))
  const type = answer.headers.get('content-type') ?? ''
  return { ok: true, content: { subject, self, type, body, digest } }
}

/** What the tracker says is wrong with an address. */
async function detailOf(answer: Response): Promise<string> {
  const problem = await answer.json<{ detail?: string }>().catch(() => null)
  return problem?.detail ?? `It is answered with ${answer.status}.`
}
