import type { Shown } from './most.ts'
import type { QuietHours } from './quiet.ts'

/** What is kept of a browser beside what every subscription has. */
export interface PushDetails {
  /** The browser's own, that it alone can read by (RFC 8291): its public key and a shared secret. */
  keys: { p256dh: string; auth: string }
  quiet: QuietHours | null
  /** Notifications a day, at the most. */
  most: number
  /** The SHA-256 of what the browser has to send back, or had to. */
  proofDigest: string
  shown: Shown | null
  /** The id of what it had at another address, whose place it takes; null where it had nothing. */
  former: string | null
}
