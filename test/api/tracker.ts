import { env } from 'cloudflare:test'
import { request } from './request.ts'

/** Asks the tracker as a program or a browser would, on the database of the test. */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return request(`http://localhost:8787${path}`, init, env)
}

export async function askJson<T = Record<string, unknown>>(path: string): Promise<T> {
  return (await ask(path)).json()
}

export const BROWSER = { headers: { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' } }
