import { env } from 'cloudflare:test'
import { request } from '../request.ts'

export const TOKEN = 'ada-token'
export const OTHER_TOKEN = 'bo-token'

/** The digests as `printf ada-token | sha256sum` gives them. */
export const EDITORS = [
  'Ada Lovelace:54a976f1f7ea57f6add41516b340083a827ac641daefa7ce4e5f13cc1f9351d8',
  'Bo:FC45FC0F414B0A9BAF9036B20BE638112F27C6865D088A3959C8A3B93DE3AD90',
].join(', ')

export const DEADLINE = {
  slug: 'a-deadline',
  kind: 'ultimatum',
  title: 'A deadline',
  issuer: 'An issuer',
}

export const REPORT = {
  says: 'date',
  when: '2025-09-02',
  source: { name: 'An issuer', standing: 'issuer' },
  reportedAt: '2025-07-14T12:00:00Z',
}

export const ID = '0b5f4a2e-6f0c-4b39-9d3c-5d2f1c1a7e10'

export interface Answered {
  status: number
  headers: Headers
  body: Record<string, unknown> & { errors?: { pointer: string; detail: string; line?: number }[] }
}

/** Asks with what an editor would send; a header of null is left out. */
export async function send(
  path: string,
  body?: unknown,
  headers: Record<string, string | null> = {},
  method = 'POST',
): Promise<Answered> {
  const usual = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' }
  const given = Object.entries({ ...usual, ...headers })
  const response = await request(
    `http://localhost:8787${path}`,
    {
      method,
      headers: given.filter((each): each is [string, string] => each[1] !== null),
      body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
    },
    { ...env, EDITORS },
  )
  const text = new TextDecoder().decode(await response.arrayBuffer())
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && !path.endsWith('.ndjson') ? JSON.parse(text) : { text },
  }
}
