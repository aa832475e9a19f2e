/** A server on this machine, at a port of its own. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface LocalServer {
  origin: string
  stop(): void
}

/** What is asked is answered once it is there whole: a request that was cut off on its way was none. */
export async function serveLocally(
  answer: (request: IncomingMessage, response: ServerResponse, body: Buffer) => unknown,
): Promise<LocalServer> {
  const server = createServer(async (request, response) => {
    const body = await buffer(request).catch(() => null)
    if (body) await answer(request, response, body)
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
