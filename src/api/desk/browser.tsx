/** The desk in a browser: who may see its pages, and what every one of them comes with. */
import type { Context } from 'hono'
import { type Editor, readEditors } from '../../editors.ts'
import { NOTHING_ASKED } from '../../href.ts'
import type { Values } from '../../page/desk/filled.ts'
import { SignIn } from '../../page/desk/sign-in.tsx'
import { Trouble } from '../../page/desk/trouble.tsx'
import type { View } from '../../page/page.ts'
import type { AppEnv } from '../context.ts'
import { problemOf } from '../failure.ts'
import { expectOwnForm, readForm } from '../form.ts'
import { viewIn } from '../view.ts'
import { sessionEditor } from './session.ts'

/** A request by an editor who is signed in. */
export interface Visit {
  c: Context<AppEnv>
  editor: Editor
  view: View
}

/** Shows a page to an editor who is signed in, and to anybody else the way in, with what was typed. */
export function visit(
  c: Context<AppEnv>,
  show: (visit: Visit) => Promise<Response>,
): Promise<Response> {
  return answerForm(c, async () => {
    const editor = await sessionEditor(c)
    if (editor) return show({ c, editor, view: deskView(c) })
    const kept = c.req.method === 'POST' ? await readForm(c) : {}
    return wayIn(c, { to: pathOf(c), kept, fault: null, status: 401 })
  })
}

/** Answers a page or a form of the desk alone, and tells on a page why a form cannot be taken. */
export async function answerForm(
  c: Context<AppEnv>,
  answer: () => Promise<Response>,
): Promise<Response> {
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex')
  try {
    expectOwnForm(c)
    return await answer()
  } catch (error) {
    if (c.req.method !== 'POST' || !(error instanceof Error)) throw error
    const { title, message, status, headers } = problemOf(error, c.req.path)
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
    return c.html(<Trouble view={deskView(c)} title={title} detail={message} />, status)
  }
}

interface WayIn {
  to: string
  kept: Values
  fault: string | null
  status: 401 | 403 | 429
}

/** The page to sign in on. */
export function wayIn(
  c: Context<AppEnv>,
  { to, kept, fault, status }: WayIn,
): Response | Promise<Response> {
  const isOpen = readEditors(c.env).length > 0
  const canKeep = keepsSecureCookies(new URL(c.req.url))
  const page = <SignIn view={deskView(c)} {...{ to, kept, fault, isOpen, canKeep }} />
  return c.html(page, isOpen ? status : 403)
}

/** Browsers keep a Secure cookie that came over HTTPS, or from their own machine. */
function keepsSecureCookies({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || /^(localhost|127\.[\d.]+|\[::1\]|.+\.localhost)$/.test(hostname)
}

/** The desk is in English alone. */
export function deskView(c: Context<AppEnv>): View {
  return viewIn(c, 'en', { now: c.var.clock, asking: NOTHING_ASKED })
}

/** Where on the desk a request goes. */
export function pathOf(c: Context<AppEnv>): string {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}
