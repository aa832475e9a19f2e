import type { Context } from 'hono'
import { DESK } from '../../href.ts'
import type { Values } from '../../page/desk/filled.ts'
import type { AppEnv } from '../context.ts'
import { readForm } from '../form.ts'
import { Problem } from '../problem.ts'
import { answerForm, wayIn } from './browser.tsx'
import { editorByToken } from './editor.ts'
import { closeSession, openSession } from './session.ts'

/**
 * `POST /desk/sign-in`: with a token, on to where the editor was going. A form that was sent when a
 * session had ended came along: 307 has the browser send all of it there (RFC 9110, section 15.4.8).
 */
export function signIn(c: Context<AppEnv>): Promise<Response> {
  return answerForm(c, () => takeToken(c))
}

async function takeToken(c: Context<AppEnv>): Promise<Response> {
  const { token = '', to = '', ...kept } = await readForm(c)
  const onward = isOnDesk(to) ? to : DESK
  try {
    await openSession(c, await editorByToken(c, token.trim()))
  } catch (error) {
    if (!(error instanceof Problem) || !isOfToken(error.status)) throw error
    for (const [name, value] of Object.entries(error.headers)) c.header(name, value)
    return wayIn(c, { to: onward, kept, fault: error.message, status: error.status })
  }
  return c.redirect(onward, isForm(kept) ? 307 : 303)
}

const isForm = (kept: Values): boolean => Object.keys(kept).length > 0

function isOfToken(status: number): status is 401 | 403 | 429 {
  return [401, 403, 429].includes(status)
}

/** No other site's address, however it is written, and nothing that a header cannot carry. */
function isOnDesk(path: string): boolean {
  return /^\/desk(\/[a-z0-9/-]*)?(\?[!"$-[\]-~]*)?$/.test(path)
}

/** `POST /desk/sign-out` */
export function signOut(c: Context<AppEnv>): Promise<Response> {
  return answerForm(c, async () => {
    closeSession(c)
    return c.redirect(DESK, 303)
  })
}
