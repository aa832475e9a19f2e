/** Who writes: the editor whose token comes with the request. */
import type { Context } from 'hono'
import { type Editor, readEditors } from '../../editors.ts'
import { secondsToWait, takeTry } from '../../ledger/tries.ts'
import type { AppEnv } from '../context.ts'
import { areSame, digestOf } from '../digest.ts'
import { networkOf } from '../network.ts'
import { Problem } from '../problem.ts'

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

/**
 * The editor whose token it is. Who has sent many wrong ones is not even listened to for a while. Each
 * asks once whether it is: a wrong one is counted by the same question, so that of many at once a right
 * one comes too late as well; a right one is not, so that an editor may send many at once.
 */
export async function editorByToken(c: Context<AppEnv>, token: string): Promise<Editor> {
  const editors = expectEditors(c)
  const trying = { what: 'token', network: networkOf(c.req.header('cf-connecting-ip')) } as const
  const editor = await findEditor(editors, token)
  const wait = editor ? secondsToWait : takeTry
  const seconds = await wait(c.env.DB, trying, c.var.clock)
  if (seconds > 0) {
    const detail = `Too many wrong tokens came from your address: try again in ${seconds} s.`
    throw new Problem(429, detail, { headers: { 'retry-after': String(seconds) } })
  }
  if (editor) return editor
  throw new Problem(401, 'No editor has this token.', {
    headers: { 'www-authenticate': 'Bearer realm="desk", error="invalid_token"' },
  })
}

/** Compares with every editor's digest, each to its end. */
async function findEditor(editors: Editor[], token: string): Promise<Editor | null> {
  const given = await digestOf(token)
  const matching = editors.filter(({ digest }) => areSame(digest, given))
  return matching[0] ?? null
}
