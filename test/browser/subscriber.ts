/** A WebSub subscriber on this machine, as somebody else would write one. */
import { createHmac, randomUUID } from 'node:crypto'
import { serveLocally } from './local-server.ts'

/** What the hub sent to a callback. */
export interface Delivery {
  type: string
  links: string
  body: string
  /** Null where it is not signed. */
  isSigned: boolean | null
}

export interface Callback {
  address: string
  secret: string | null
  /** What it confirms: the modes. */
  agrees: string[]
  /** What it answers to content. */
  status: number
  /** What the hub asked it, and what it sent it, oldest first. */
  asked: Record<string, string>[]
  delivered: Delivery[]
}

export async function openSubscriber() {
  const callbacks = new Map<string, Callback>()
  const server = await serveLocally((request, response, content) => {
    const url = new URL(request.url ?? '', server.origin)
    const callback = callbacks.get(url.pathname)
    if (!callback) return response.writeHead(404).end()
    const { method, headers } = request
    if (method === 'GET') {
      const asked = Object.fromEntries(url.searchParams)
      callback.asked.push(asked)
      const agrees = callback.agrees.includes(asked['hub.mode'])
      return response.writeHead(agrees ? 200 : 404).end(agrees ? asked['hub.challenge'] : '')
    }
    const body = content.toString()
    const isSigned = verify(body, headers['x-hub-signature'], callback.secret)
    const [type, links] = [headers['content-type'] ?? '', String(headers.link)]
    callback.delivered.push({ type, links, body, isSigned })
    return response.writeHead(callback.status).end()
  })
  return {
    /** A callback of its own for each subscription, that nobody can guess. */
    callback(secret: string | null = null): Callback {
      const path = `/${randomUUID()}`
      const callback: Callback = {
        ...{ address: `${server.origin}${path}?for=test`, secret, status: 204 },
        ...{ agrees: ['subscribe', 'unsubscribe'], asked: [], delivered: [] },
      }
      callbacks.set(path, callback)
      return callback
    },
    stop: server.stop,
  }
}

function verify(
  body: string,
  header: string | string[] | undefined,
  secret: string | null,
): boolean | null {
  if (typeof header !== 'string') return null
  const [method, signature] = header.split('=')
  return (
    createHmac(method, secret ?? '')
      .update(body)
      .digest('hex') === signature
  )
}
