/** Receivers of webhooks, each at a path of its own: a real server, on this machine. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Delivery {
  at: number
  path: string
  headers: Record<string, string>
  body: string
  type: string
  id: string
}

/** Answers what is delivered at a path; the challenge is given back to before. */
export type Answers = (response: ServerResponse, count: number) => void

export interface Receiver {
  origin: string
  /** What was delivered at a path, oldest first, without the challenges. */
  at(path: string): Delivery[]
  stop(): void
}

const OK: Answers = (response) => response.end('ok')

export async function openReceiver(answers: Record<string, Answers> = {}): Promise<Receiver> {
  const deliveries: Delivery[] = []
  const at = (path: string) => deliveries.filter((each) => each.path === path)
  const server = createServer(async (request, response) => {
    const delivery = await read(request)
    if (delivery.type === 'webhook.challenge') {
      response.end(JSON.parse(delivery.body).data.challenge)
      return
    }
    deliveries.push(delivery)
    const answer = answers[delivery.path] ?? OK
    answer(response, at(delivery.path).length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    ...{ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, at },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function read(request: IncomingMessage): Promise<Delivery> {
  const at = Date.now()
  const body = await text(request)
  const headers = request.headers as Record<string, string>
  const { type = '' } = body.startsWith('{') ? JSON.parse(body) : {}
  return { at, path: request.url ?? '', headers, body, type, id: headers['webhook-id'] }
}
