import { existsSync, writeFileSync } from 'node:fs'
import { makeToken } from './editor-token.ts'

/**
 * Makes a first editor for local work, and gives the token, which is kept nowhere: the file holds
 * its digest. Null where the file is there already; it is left as it is.
 */
export function makeDevVars(file: string): string | null {
  if (existsSync(file)) return null
  const { token, entry } = makeToken('local')
  writeFileSync(file, `EDITORS=${entry}\n`, { mode: 0o600 })
  return token
}
