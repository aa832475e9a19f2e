/** Requests as they go over a connection. */

/** The tracker's public address, so that its answers are alike, whichever port they come from. */
export const SITE_URL = 'http://tracker.example'

/** Who writes to it. */
export const TOKEN = 'a-token-of-the-bench'
export const AUTHORIZED = { authorization: `Bearer ${TOKEN}` }

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

function written(what: string, headers: Record<string, string>): string {
  const lines = Object.entries({ host: new URL(SITE_URL).host, ...headers })
  return `${what} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
}
