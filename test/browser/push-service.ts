/** A push service on this machine, and the browser that it serves: Chromium's own is not in the shell. */
import { createECDH, randomBytes } from 'node:crypto'
import { decrypt } from 'http_ece'
import type { PushMessage } from '../../src/timekeeper/push/message.ts'
import { serveLocally } from './local-server.ts'

export interface PushService {
  /** What was delivered, opened by the browser's key. */
  messages: PushMessage[]
  headers: Record<string, string | string[] | undefined>[]
  /** In the page, before its own script: what a browser with this push service would have. */
  inPage: string
  /** The browser's subscription at another address of the same service. */
  another: string
  stop(): void
}

export async function openPushService(): Promise<PushService> {
  const pair = createECDH('prime256v1')
  const keys = {
    p256dh: pair.generateKeys().toString('base64url'),
    auth: randomBytes(16).toString('base64url'),
  }
  const { origin, stop } = await serveLocally((request, response, body) => {
    const opened = { version: 'aes128gcm', privateKey: pair, authSecret: keys.auth } as const
    service.messages.push(JSON.parse(decrypt(body, opened).toString()))
    service.headers.push(request.headers)
    response.writeHead(201).end()
  })
  const endpoint = `${origin}/a-browser`
  const subscription = JSON.stringify({ endpoint, expirationTime: null, keys })
  const another = JSON.stringify({ endpoint: `${origin}/moved`, expirationTime: null, keys })
  const service: PushService = {
    ...{ messages: [], headers: [], another },
    inPage: `
      Object.defineProperty(Notification, 'permission', { get: () => 'granted' })
      PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
        window.keyGiven = applicationServerKey
        return ${subscription}
      }`,
    stop,
  }
  return service
}

/** In the service worker: shows nothing, as this Chromium cannot, but keeps what it was to show. */
export const IN_WORKER = `
  self.shown = []
  self.registration.showNotification = async (title, options) => { shown.push({ title, options }) }
  self.opened = []
  self.clients.openWindow = async (url) => { opened.push(url) }
`
