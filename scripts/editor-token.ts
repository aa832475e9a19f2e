import { createHash, randomBytes } from 'node:crypto'

/** What an editor signs in with, and what stands of it in the setting EDITORS. */
export interface EditorToken {
  token: string
  /** `name:sha256-hex-of-token` */
  entry: string
}

/** Of 192 random bits: nobody guesses it, and its digest tells nothing of it. */
export function makeToken(name: string): EditorToken {
  const token = randomBytes(24).toString('base64url')
  return { token, entry: `${name}:${createHash('sha256').update(token).digest('hex')}` }
}
