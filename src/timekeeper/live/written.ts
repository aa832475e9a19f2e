import type { D1Database } from '@cloudflare/workers-types'
import type { LedgerEvent } from '../../ledger/events.ts'
import { envelopeOf } from '../envelope.ts'
import { tellEvent } from '../telling.ts'
import { eventMessage } from './message.ts'

/** The latest ones, for all who come back after a restart at once. */
const MOST_KEPT = 500

export interface Site {
  url: string
  title: string
}

/** Events as they are sent: each is written once for a site, however many listen. */
export class Written {
  readonly #db: D1Database
  readonly #kept = new Map<string, Promise<Uint8Array>>()

  constructor(db: D1Database) {
    this.#db = db
  }

  of(event: LedgerEvent, site: Site): Promise<Uint8Array> {
    // Not by its place, which another has had where the database was restored.
    const key = `${event.id} ${site.url}`
    const message = this.#kept.get(key) ?? this.#write(event, site)
    this.#kept.set(key, message)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(oldest)
    // What could not be written is tried again when it is next asked for.
    message.catch(() => this.#kept.delete(key))
    return message
  }

  async #write(event: LedgerEvent, site: Site): Promise<Uint8Array> {
    const envelope = envelopeOf(await tellEvent(this.#db, event, site))
    return new TextEncoder().encode(eventMessage(event, envelope))
  }
}
