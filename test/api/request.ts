import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { app } from '../../src/app.tsx'
import type { Bindings } from '../../src/env.ts'

/** Asks the tracker, and waits until all that it does after its answer is done. */
export async function request(
  url: string,
  init: RequestInit,
  bindings: Bindings,
): Promise<Response> {
  const context = createExecutionContext()
  const response = await app.request(url, init, bindings, context)
  await waitOnExecutionContext(context)
  return response
}
