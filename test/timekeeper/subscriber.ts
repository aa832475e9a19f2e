/** A WebSub subscriber out there, of which a test says how it answers. */
import { createHmac } from 'node:crypto'
import { vi } from 'vitest'

export interface Received {
  method: string
  address: string
  headers: Headers
  body: string
}

export interface Subscriber {
  /** Oldest first. */
  received: Received[]
  /** To GET; null does not answer at all. By itself it confirms whatever it is asked. */
  answer: (parameters: URLSearchParams) => Response | null
  /** What it answers to content. */
  status: number
}

/** Stands in for everything that is not the tracker. */
export function openSubscriber(): Subscriber {
  const subscriber: Subscriber = { received: [], answer: confirm, status: 204 }
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init)
    const { method, url, headers } = request
    subscriber.received.push({ method, address: url, headers, body: await request.text() })
    if (method === 'POST') return new Response(null, { status: subscriber.status })
    const answer = subscriber.answer(new URL(url).searchParams)
    if (!answer) throw new TypeError('Network connection lost.')
    return answer
  })
  return subscriber
}

export const confirm = (parameters: URLSearchParams) =>
  new Response(parameters.get('hub.challenge'))

/** As a subscriber works it out for itself. */
export const signatureOf = (body: string, secret: string) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
