/** A browser as a push service sees it, and all that it is sent: opened by another's library. */
import { createECDH, randomBytes } from 'node:crypto'
import { decrypt } from 'http_ece'
import { vi } from 'vitest'
import type { PushMessage } from '../../../src/timekeeper/push/message.ts'

export interface Push {
  headers: Headers
  message: PushMessage
  /** The request's body, as it went over the wire. */
  bytes: number
}

export interface PushedBrowser {
  subscription: { endpoint: string; expirationTime: null; keys: { p256dh: string; auth: string } }
  pushes: Push[]
  /** What its push service answers from now on. */
  answer: number
}

/** Puts a push service between the tracker and a new browser, at an address of the public web. */
export function newBrowser(endpoint = 'https://push.example/a-browser'): PushedBrowser {
  const pair = createECDH('prime256v1')
  const p256dh = pair.generateKeys().toString('base64url')
  const auth = randomBytes(16).toString('base64url')
  const browser: PushedBrowser = {
    subscription: { endpoint, expirationTime: null, keys: { p256dh, auth } },
    pushes: [],
    answer: 201,
  }
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (to, init) => {
    if (String(to) !== endpoint) throw new TypeError(`no way to ${to}`)
    if (browser.answer >= 300) return new Response(null, { status: browser.answer })
    const body = Buffer.from(init?.body as Uint8Array)
    const plain = decrypt(body, { version: 'aes128gcm', privateKey: pair, authSecret: auth })
    const message = JSON.parse(plain.toString())
    browser.pushes.push({ headers: new Headers(init?.headers), message, bytes: body.length })
    return new Response(null, { status: browser.answer })
  })
  return browser
}
