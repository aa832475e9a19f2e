import { createHash, randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'

/**
 * Makes a first editor for local work, and gives the token, which is kept nowhere: the file holds
 * its digest. Null where the file is there already; it is left as it is.
 */
export function makeDevVars(file: string): string | null {
  if (existsSync(file)) return null
  const token = randomBytes(24).toString('base64url')
  const digest = createHash('sha256').update(token).digest('hex')
  writeFileSync(file, `EDITORS=local:${digest}\n`, { mode: 0o600 })
  return token
}
