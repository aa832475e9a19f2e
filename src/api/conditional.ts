import type { Context } from 'hono'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { AppEnv } from './context.ts'

/**
 * Whether who asks has what there is, by If-Modified-Since, which counts only where there is no
 * If-None-Match: that one is compared in app.tsx (RFC 9110, section 13.1.3). A date that cannot be
 * read is passed over.
 */
export function notChangedSince(c: Context<AppEnv>, changedAt: EpochSeconds | null): boolean {
  if (changedAt === null || c.req.header('if-none-match') !== undefined) return false
  const since = Date.parse(c.req.header('if-modified-since') ?? '')
  return changedAt * 1000 <= since
}
