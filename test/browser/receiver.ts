/** Receivers of webhooks, each at a path of its own: a real server, on this machine. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type LocalServer, serveLocally } from './local-server.ts'

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

export interface Receiver extends LocalServer {
  /** What was delivered at a path, oldest first, without the challenges. */
  at(path: string): Delivery[]
}

const OK: Answers = (response) => response.end('ok')

export async function openReceiver(answers: Record<string, Answers> = {}): Promise<Receiver> {
  const deliveries: Delivery[] = []
  const at = (path: string) => deliveries.filter((each) => each.path === path)
  const server = await serveLocally((request, response, body) => {
    const delivery = read(request, body.toString())
    if (delivery.type === 'webhook.challenge') {
      response.end(JSON.parse(delivery.body).data.challenge)
      return
    }
    deliveries.push(delivery)
    const answer = answers[delivery.path] ?? OK
    answer(response, at(delivery.path).length)
  })
  return { ...server, at }
}

function read(request: IncomingMessage, body: string): Delivery {
  const headers = request.headers as Record<string, string>
  const { type = '' } = body.startsWith('{') ? JSON.parse(body) : {}
  const path = request.url ?? ''
  return { at: Date.now(), path, headers, body, type, id: headers['webhook-id'] }
}
