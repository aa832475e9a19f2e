/** Receivers on this machine, which note what arrives and when. */
import type { IncomingMessage } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { type LocalServer, serveLocally } from '../browser/local-server.ts'

export interface Arrival {
  id: string
  /** By the machine's clock, in milliseconds. */
  at: number
}

/** Answers each request with what `take` gives: a status, and a text or none. */
export function receive(
  take: (request: IncomingMessage, body: string) => Promise<[number, string?]> | [number, string?],
): Promise<LocalServer> {
  return serveLocally(async (request, response, body) => {
    const [status, answer] = await take(request, body.toString())
    response.writeHead(status).end(answer)
  })
}

/** The envelope that a webhook is sent, once its signature is checked at an instant, in milliseconds. */
export function verified(
  secret: string,
  { headers }: IncomingMessage,
  body: string,
  now: number,
): { type: string; data: { id: string; events: string[] } } {
  const machineTime = Date.now
  Date.now = () => now
  try {
    const verifying = new Webhook(secret).verify(body, headers as Record<string, string>)
    return verifying as ReturnType<typeof verified>
  } finally {
    Date.now = machineTime
  }
}
