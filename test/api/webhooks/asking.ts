/** Webhooks as a program or a browser asks for them; what is sent to an address is the test's to answer. */
import { env } from 'cloudflare:test'
import { type Answering, ok, receiveWith } from '../../timekeeper/outside.ts'
import { request } from '../request.ts'

export const ORIGIN = 'http://localhost:8787'
export const ADDRESS = 'https://hooks.example.org/in'

/** Gives the challenge back, as who agrees does. */
export const agreeing: Answering = ({ headers, body }) => {
  if (headers['content-type'] !== 'application/json') return ok()
  const { type, data } = JSON.parse(body)
  return type === 'webhook.challenge' ? new Response(data.challenge) : ok()
}

export interface NewWebhook {
  id: string
  state: string
  secret: string
  page: string
  failure: string | null
}

export function post(path: string, body: unknown, headers = {}): Promise<Response> {
  return request(
    ORIGIN + path,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    },
    env,
  )
}

export async function subscribed(body = {}, format = 'standard'): Promise<NewWebhook> {
  const response = await post(`/webhooks?format=${format}`, { url: ADDRESS, ...body })
  if (response.status !== 201) throw new Error(await response.text())
  return response.json()
}

/** One that has agreed. */
export async function agreed(body = {}): Promise<NewWebhook> {
  receiveWith(agreeing)
  return subscribed(body)
}

export const keyOf = ({ page }: NewWebhook): string => new URL(page).searchParams.get('key') ?? ''

export function get(address: string, headers = {}): Promise<Response> {
  return request(new URL(address, ORIGIN).href, { headers: { ...BROWSER, ...headers } }, env)
}

export const BROWSER = { accept: 'text/html' }

/** Sends a form as a browser does. */
export function send(path: string, form: Record<string, string>, headers = {}): Promise<Response> {
  return request(
    ORIGIN + path,
    { method: 'POST', headers: { ...BROWSER, ...headers }, body: new URLSearchParams(form) },
    env,
  )
}

/** Presses a button of a webhook's page. */
export function press(webhook: NewWebhook, action: string): Promise<Response> {
  return send(`/webhooks/${webhook.id}`, { key: keyOf(webhook), do: action })
}
