/** Everybody who listens. They are told of what is new from the ledger, read once for all of them. */
import type { D1Database } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../../deadline/instant.ts'
import type { Listening } from '../../env.ts'
import { eventsAfter, type LedgerEvent, lastEvent, lastEventBy } from '../../ledger/events.ts'
import { readHead } from '../../ledger/head.ts'
import { whileAsked } from '../while-asked.ts'
import { Listener } from './listener.ts'
import { fullMessage, HEARTBEAT, headMessage, openingMessage, outrunMessage } from './message.ts'
import { Written } from './written.ts'

/** Events that are read together, for all or for one who has missed them. */
const EVENTS_AT_ONCE = 20
const HEARTBEAT_MS = 25_000

export class Listeners {
  readonly #db: D1Database
  #written: Written
  readonly #open = new Set<Listener>()
  readonly #tellWhileAsked = whileAsked(() => this.#tell())
  #told: number
  /** When the last of what was told had been recorded. */
  #toldBy: EpochSeconds
  #heart: ReturnType<typeof setInterval> | null = null

  /** `told` is the last event that nobody need be told of: who listens `now` has not missed it. */
  constructor(db: D1Database, told: number, now: EpochSeconds) {
    this.#db = db
    this.#written = new Written(db)
    this.#told = told
    this.#toldBy = now
  }

  get count(): number {
    return this.#open.size
  }

  async open(listening: Listening): Promise<ReadableStream<Uint8Array>> {
    const { after, heartbeat } = listening
    const last = await this.#lastEvent()
    const isOutrun = after !== null && after > last
    const head = heartbeat === 'head' ? await readHead(this.#db) : null
    const place = after === null || isOutrun ? this.#told : after
    const listener = this.#add(listening, place)
    if (isOutrun) listener.send(outrunMessage(after))
    listener.send(openingMessage(place))
    if (head !== null) listener.send(headMessage(head))
    return listener.stream
  }

  /** What is said in place of a stream where there are too many. */
  full({ after }: Listening): string {
    return fullMessage(after ?? this.#told)
  }

  #add(listening: Listening, place: number): Listener {
    const listener = new Listener(listening, {
      place,
      past: {
        told: () => this.#told,
        after: (seq) => this.#eventsAfter(seq, listening),
      },
      onEnd: (ended) => this.#remove(ended),
    })
    this.#open.add(listener)
    this.#heart ??= setInterval(() => this.beat(), HEARTBEAT_MS)
    return listener
  }

  #remove(listener: Listener): void {
    this.#open.delete(listener)
    if (this.#open.size > 0) return
    if (this.#heart) clearInterval(this.#heart)
    this.#heart = null
  }

  async #eventsAfter(seq: number, { subject, site }: Listening) {
    const events = await eventsAfter(this.#db, { seq, subject, limit: EVENTS_AT_ONCE })
    const messages = await Promise.all(events.map((event) => this.#written.of(event, site)))
    return events.map((event, index) => ({ event, message: messages[index] }))
  }

  /**
   * The last event there is. Where it comes before what was told, the database was restored, and gives
   * those places to other events: all begin again at what was recorded since.
   */
  async #lastEvent(): Promise<number> {
    const told = this.#told
    const last = await lastEvent(this.#db)
    if (last >= told) return last
    this.#told = Math.min(this.#told, await lastEventBy(this.#db, this.#toldBy))
    this.#written = new Written(this.#db)
    for (const listener of this.#open) listener.goBackTo(this.#told)
    return last
  }

  /** Tells everybody of what is new since they were last told. */
  tell(): Promise<void> {
    return this.#tellWhileAsked()
  }

  async tellOrLog(): Promise<void> {
    await this.tell().catch((error: unknown) =>
      console.error(JSON.stringify({ event: 'listeners-not-told', error: String(error) })),
    )
  }

  async #tell(): Promise<void> {
    await this.#lastEvent()
    for (;;) {
      const all = { seq: this.#told, subject: 'everything' as const, limit: EVENTS_AT_ONCE }
      const events = await eventsAfter(this.#db, all)
      for (const event of events) await this.#tellOf(event)
      if (events.length < EVENTS_AT_ONCE) return
    }
  }

  /**
   * It counts as told before it is written: whoever comes meanwhile reads it for itself, and those
   * who are there by now, whatever they have read, take it once.
   */
  async #tellOf(event: LedgerEvent): Promise<void> {
    const before = this.#told
    this.#told = event.seq
    const sites = new Map([...this.#open].map(({ listening: { site } }) => [site.url, site]))
    const messages = new Map<string, Uint8Array>()
    try {
      for (const [url, site] of sites) messages.set(url, await this.#written.of(event, site))
    } catch (error) {
      this.#told = before
      throw error
    }
    this.#toldBy = event.recordedAt
    for (const listener of this.#open) {
      const message = messages.get(listener.listening.site.url)
      if (message) listener.take(event, message)
    }
  }

  /** So that what lies between closes nothing for being silent; and should ever nobody have it tell, it does. */
  async beat(): Promise<void> {
    this.tellOrLog()
    const head = await readHead(this.#db).catch(() => null)
    for (const listener of this.#open) {
      const tellsHead = listener.listening.heartbeat === 'head' && head !== null
      listener.send(tellsHead ? headMessage(head) : HEARTBEAT)
    }
  }
}
