/** Feeds as they were last read: many subscribers have the same, and reading one costs more than sending it. */
import type { D1Database } from '@cloudflare/workers-types'
import { lastEventId } from '../../ledger/events.ts'
import { type Content, type Place, type Read, type Reading, readTopic } from './content.ts'

/** Different feeds that are kept; few have subscribers. */
const MOST = 50

export class KeptFeeds {
  /** As of one event: whatever comes into a feed comes with an event, and until the next it is the same. */
  readonly #contents = new Map<string, Content>()
  #asOf: string | null = null

  /** Reads a feed that is at least as new as the last event. */
  async read(db: D1Database, place: Place, read: Read): Promise<Reading> {
    const event = await lastEventId(db)
    if (event !== this.#asOf) this.#contents.clear()
    this.#asOf = event
    const name = `${place.site} ${place.topic}`
    const there = this.#contents.get(name)
    if (there) return { ok: true, content: there }
    const reading = await readTopic(place, read)
    // Meanwhile there may have been another event, for which this is then too old.
    if (reading.ok && event !== null && event === this.#asOf && this.#contents.size < MOST) {
      this.#contents.set(name, reading.content)
    }
    return reading
  }
}
