/** Who is signed in to the desk: a signed cookie, which only the desk's own pages are sent. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import { type Editor, readEditors } from '../../editors.ts'
import { DESK } from '../../href.ts'
import type { AppEnv } from '../context.ts'

const COOKIE = 'desk'
const HOURS_12 = 12 * 60 * 60

/** `__Secure-` before the name: a browser takes it over HTTPS alone, and from this machine itself. */
const SCOPE = { path: DESK, secure: true, prefix: 'secure' } as const

/** Signs in for 12 hours. */
export async function openSession(c: Context<AppEnv>, editor: Editor): Promise<void> {
  const until = c.var.clock + HOURS_12
  await setSignedCookie(c, COOKIE, `${until}.${editor.name}`, keyOf(editor), {
    ...SCOPE,
    httpOnly: true,
    sameSite: 'Strict',
    maxAge: HOURS_12,
  })
}

export function closeSession(c: Context<AppEnv>): void {
  deleteCookie(c, COOKIE, SCOPE)
}

/** The editor who is signed in, or null: nobody, no longer, or by a token that is an editor's no more. */
export async function sessionEditor(c: Context<AppEnv>): Promise<Editor | null> {
  const [, until, name] = /^(\d+)\.(.+)\.[^.]+$/.exec(getCookie(c, COOKIE, 'secure') ?? '') ?? []
  if (!until || Number(until) <= c.var.clock) return null
  for (const editor of readEditors(c.env)) {
    if (editor.name !== name) continue
    const signed = await getSignedCookie(c, keyOf(editor), COOKIE, 'secure')
    if (signed === `${until}.${name}`) return editor
  }
  return null
}

/** What an editor's sessions are signed with: with the token, all of them go. */
const keyOf = ({ digest }: Editor): string => `desk session ${digest}`
