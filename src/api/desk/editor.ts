/** Who writes: the editor whose token comes with the request. */
import type { Context } from 'hono'
import { type Editor, readEditors } from '../../env.ts'
import { countWrongToken, secondsToWait } from '../../ledger/wrong-tokens.ts'
import type { AppEnv } from '../context.ts'
import { Problem } from '../problem.ts'
import { networkOf } from './network.ts'

/** The editors there are, or else nobody can write. */
export function expectEditors(c: Context<AppEnv>): Editor[] {
  const editors = readEditors(c.env)
  if (editors.length > 0) return editors
  throw new Problem(403, 'Nobody can write here: no editor is set up in the secret EDITORS.')
}

/** The editor whose token the header Authorization bears (RFC 6750, section 2.1). */
export async function expectEditor(c: Context<AppEnv>): Promise<Editor> {
  expectEditors(c)
  const token = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (token) return editorByToken(c, token)
  throw new Problem(401, 'Only editors can do this: send Authorization: Bearer and your token.', {
    headers: { 'www-authenticate': 'Bearer realm="desk"' },
  })
}

/** The editor whose token it is. Who has sent many wrong ones is not even listened to for a while. */
export async function editorByToken(c: Context<AppEnv>, token: string): Promise<Editor> {
  const editors = expectEditors(c)
  const from = networkOf(c.req.header('cf-connecting-ip'))
  const seconds = await secondsToWait(c.env.DB, from, c.var.clock)
  if (seconds > 0) {
    const detail = `Too many wrong tokens came from your address: try again in ${seconds} s.`
    throw new Problem(429, detail, { headers: { 'retry-after': String(seconds) } })
  }
  const editor = await findEditor(editors, token)
  if (editor) return editor
  await countWrongToken(c.env.DB, from, c.var.clock)
  throw new Problem(401, 'No editor has this token.', {
    headers: { 'www-authenticate': 'Bearer realm="desk", error="invalid_token"' },
  })
}

/** Compares with every editor's digest, each to its end: how long it takes tells nothing. */
async function findEditor(editors: Editor[], token: string): Promise<Editor | null> {
  const digest = bytesOf(await sha256(token))
  const matching = editors.filter((editor) =>
    crypto.subtle.timingSafeEqual(digest, bytesOf(editor.digest)),
  )
  return matching[0] ?? null
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytesOf(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
