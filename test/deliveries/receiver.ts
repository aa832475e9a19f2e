/** Receivers on this machine, which note what arrives and when. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'

export interface Arrival {
  id: string
  /** By the machine's clock, in milliseconds. */
  at: number
}

export interface Receiver {
  origin: string
  stop(): void
}

/** Answers each request with what `take` gives: a status, and a text or none. */
export async function receive(
  take: (request: IncomingMessage, body: string) => Promise<[number, string?]> | [number, string?],
): Promise<Receiver> {
  const server = createServer(async (request, response) => {
    const [status, answer] = await take(request, await text(request))
    response.writeHead(status).end(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
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
