/** The contract as the tracker gives it, and what it is held against: the tracker's own answers. */
import { env } from 'cloudflare:test'
import { type Schema as JsonSchema, Validator } from '@cfworker/json-schema'
import { vi } from 'vitest'
import {
  type Addressed,
  type Response as Described,
  type OpenApi,
  operationsIn,
  responseOf,
  type Schema,
} from '../../../src/page/docs/openapi.ts'
import { EDITORS, TOKEN } from '../desk/editors.ts'
import { request } from '../request.ts'

/** Where the examples' answers were recorded. */
export const SITE = 'https://eleventh-hour.example'

export interface Sent {
  method: string
  address: string
  headers?: Record<string, string>
  body?: string | null
}

/** Sends a request as an editor with a token would; `bindings` change the tracker's own. */
export async function send({ method, address, headers = {}, body }: Sent, bindings: object = {}) {
  const authorization = headers.Authorization?.replace('$TOKEN', TOKEN)
  const answer = await request(
    SITE + address,
    {
      method,
      headers: { ...headers, ...(authorization && { Authorization: authorization }) },
      ...(body && { body }),
    },
    { ...env, EDITORS, SITE_URL: SITE, ...bindings },
  )
  const isStream = answer.headers.get('content-type') === 'text/event-stream'
  return isStream ? beginningOf(answer) : answer
}

/** How a stream begins, and its first event. */
const MESSAGES_SHOWN = 2

async function beginningOf(answer: Response): Promise<Response> {
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (text.split('\n\n').length <= MESSAGES_SHOWN) {
    text += decoder.decode((await reader.read()).value, { stream: true })
  }
  await reader.cancel()
  const shown = text.split(/(?<=\n\n)/).slice(0, MESSAGES_SHOWN)
  return new Response(shown.join(''), answer)
}

export async function readContract(): Promise<OpenApi> {
  return (await send({ method: 'GET', address: '/openapi.json' })).json()
}

export async function readOperations(): Promise<{ document: OpenApi; operations: Addressed[] }> {
  const document = await readContract()
  return { document, operations: operationsIn(document) }
}

/** What the contract says of an operation's answers, by status. */
export function describedIn(document: OpenApi, { operation }: Addressed): Map<number, Described> {
  return new Map(
    Object.entries(operation.responses).map(([status, response]) => [
      Number(status),
      responseOf(document, response),
    ]),
  )
}

/** What a schema of the document objects to in a value. */
export function objections(document: OpenApi, schema: Schema, value: unknown): string[] {
  const whole = { ...schema, components: document.components } as JsonSchema
  const { errors } = new Validator(whole, '2020-12', false).validate(value)
  return errors.map(({ instanceLocation, error }) => `${instanceLocation} ${error}`)
}

/** Holds an answer against what is said of it: its type, its headers, its body. */
export async function objectionsTo(
  document: OpenApi,
  described: Described | undefined,
  answer: Response,
): Promise<string[]> {
  if (!described) return [`${answer.status} is not among the answers`]
  const [type, media] = Object.entries(described.content ?? {})[0]
  const given = (answer.headers.get('content-type') ?? '').split(';')[0]
  const missing = Object.entries(described.headers ?? {}).filter(
    ([name, { required }]) => required && !answer.headers.has(name),
  )
  const text = new TextDecoder().decode(await answer.arrayBuffer())
  return [
    ...(given === type ? [] : [`it is ${given}, not ${type}`]),
    ...missing.map(([name]) => `it has no header ${name}`),
    ...objections(document, media.schema, isJson(given) ? JSON.parse(text) : text),
  ]
}

export const isJson = (type: string): boolean => /[/+]json$/.test(type)

/** The ids, keys and secrets that the examples of webhooks show: no more by chance. */
export function withoutChance(): void {
  vi.spyOn(crypto, 'randomUUID').mockReturnValue('5c2f0f0e-2026-4123-8a00-000000000001')
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    const bytes = array as unknown as Uint8Array
    bytes.forEach((_, index) => {
      bytes[index] = (index * 37 + 11 + bytes.length) % 256
    })
    return array
  })
}
