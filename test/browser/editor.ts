/** What an editor's program sends to a tracker that a test has started. */
import { randomUUID } from 'node:crypto'
import { EDITOR_TOKEN } from './tracker.ts'

async function send(address: string, body: object): Promise<void> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { authorization: `Bearer ${EDITOR_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
}

export async function openTalks(origin: string, slug: string, topic: string | null = null) {
  await send(`${origin}/deadlines`, { slug, kind: 'talks', title: `Talks: ${slug}`, topic })
}

/** The host sets a date; gives the report's id. */
export async function setDate(origin: string, slug: string, when: string): Promise<string> {
  const id = randomUUID()
  await send(`${origin}/deadlines/${slug}/reports`, {
    ...{ id, says: 'date', when, zone: 'UTC' },
    source: { name: 'The host', standing: 'issuer' },
    reportedAt: new Date().toISOString(),
  })
  return id
}
