/** What is outside of the tracker, for tests: addresses that answer as the test has them answer. */
import { vi } from 'vitest'

export interface Received {
  url: string
  headers: Record<string, string>
  body: string
}

export type Answering = (received: Received, count: number) => Response | Promise<Response>

/** Takes the place of the network; what is sent anywhere is kept, oldest first. */
export function receiveWith(answer: Answering): Received[] {
  const all: Received[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input as string, init as RequestInit)
    const received = {
      ...{ url: request.url, headers: Object.fromEntries(request.headers) },
      body: new TextDecoder().decode(await request.arrayBuffer()),
    }
    all.push(received)
    return answer(received, all.length)
  })
  return all
}

export const ok = (): Response => new Response('ok')
