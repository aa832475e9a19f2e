/** Requests as they go over a connection. */
import { TOKEN } from './runtime.ts'

export function getRequest(path: string, tag: string | null): string {
  return written(`GET ${path}`, tag === null ? {} : { 'if-none-match': tag })
}

export function postRequest(path: string, body: object): string {
  const text = JSON.stringify(body)
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    ...AUTHORIZED,
  }
  return `${written(`POST ${path}`, headers)}${text}`
}

export const AUTHORIZED = { authorization: `Bearer ${TOKEN}` }

function written(what: string, headers: Record<string, string>): string {
  const lines = Object.entries({ host: 'tracker.example', ...headers })
  return `${what} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
}
