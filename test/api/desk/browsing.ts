/** The desk as a browser goes through it. */
import { env } from 'cloudflare:test'
import { request } from '../request.ts'
import { EDITORS, TOKEN } from './editors.ts'

export const ORIGIN = 'http://localhost:8787'

export interface Going {
  cookie?: string
  form?: Record<string, string>
  headers?: Record<string, string>
  editors?: string
  origin?: string
}

/** Goes to a page as a browser would, or sends a form there. */
export function go(
  path: string,
  { cookie = '', form, headers = {}, editors = EDITORS, origin = ORIGIN }: Going = {},
) {
  return request(
    origin + path,
    {
      method: form ? 'POST' : 'GET',
      headers: {
        cookie,
        ...(form && { origin, 'sec-fetch-site': 'same-origin' }),
        ...headers,
      },
      ...(form && { body: new URLSearchParams(form) }),
    },
    { ...env, EDITORS: editors },
  )
}

export async function signIn(token = TOKEN): Promise<string> {
  const response = await go('/desk/sign-in', { form: { token, to: '/desk' } })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** What the last page offers to send with its button. */
export function hidden(page: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
}
