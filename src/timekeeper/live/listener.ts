/** One open stream: all that is told of its subject after a place, each event once and in order. */
import type { Listening } from '../../env.ts'
import type { LedgerEvent } from '../../ledger/events.ts'

/** Bytes that are read ahead for who comes back; */
const READ_AHEAD = 64 * 1024
/** and those that may wait for who does not read: it is cut off, and comes back when it can. */
const MOST_WAITING = 256 * 1024

const encoder = new TextEncoder()

/** Where a listener finds what it has missed. */
export interface Past {
  /** What comes next after a place, as it is sent; nothing where that is all. */
  after(place: number): Promise<{ event: LedgerEvent; message: Uint8Array }[]>
  /** The place up to which everybody has been told of what is new. */
  told(): number
}

export class Listener {
  readonly listening: Listening
  readonly stream: ReadableStream<Uint8Array>
  readonly #past: Past
  readonly #onEnd: (listener: Listener) => void
  #controller!: ReadableStreamDefaultController<Uint8Array>
  #place: number
  #isCaughtUp: boolean

  constructor(
    listening: Listening,
    { place, past, onEnd }: { place: number; past: Past; onEnd: (listener: Listener) => void },
  ) {
    this.listening = listening
    this.#past = past
    this.#onEnd = onEnd
    this.#place = place
    this.#isCaughtUp = place === past.told()
    this.stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller
        },
        pull: () => this.#catchUp(),
        cancel: () => onEnd(this),
      },
      { highWaterMark: READ_AHEAD, size: ({ length }) => length },
    )
  }

  /** Takes what is new, if it is of its subject and it has not read it for itself. */
  take(event: LedgerEvent, message: Uint8Array): void {
    if (this.#isCaughtUp && event.seq > this.#place && this.#isAbout(event)) {
      this.#place = event.seq
      this.send(message)
    }
  }

  /** Its events after a place are lost, and others will have theirs. */
  goBackTo(place: number): void {
    this.#place = Math.min(this.#place, place)
  }

  /** Sends what is no event of the ledger, or cuts off who does not read. */
  send(message: Uint8Array | string): void {
    const waiting = READ_AHEAD - (this.#controller.desiredSize ?? 0)
    if (waiting > MOST_WAITING) this.#cutOff(new Error('nobody reads what is sent'))
    else this.#controller.enqueue(typeof message === 'string' ? encoder.encode(message) : message)
  }

  /**
   * Called when there is room for more. What everybody is told of while it reads might be missing in
   * what it has read, so it has caught up only once it finds nothing and nobody was told of anything.
   */
  async #catchUp(): Promise<void> {
    while (!this.#isCaughtUp) {
      const before = this.#past.told()
      const missed = await this.#missed()
      for (const { event, message } of missed) {
        this.#place = event.seq
        this.#controller.enqueue(message)
      }
      if (missed.length > 0) return
      this.#isCaughtUp = this.#past.told() === before
    }
  }

  /** What cannot be read now is asked for again: who is cut off comes back. */
  async #missed() {
    try {
      return await this.#past.after(this.#place)
    } catch (error) {
      console.error(JSON.stringify({ event: 'listener-cut-off', error: String(error) }))
      this.#cutOff(error)
      throw error
    }
  }

  #isAbout({ deadline, topic }: LedgerEvent): boolean {
    const { subject } = this.listening
    if (subject === 'everything') return true
    return 'topic' in subject ? subject.topic === topic : subject.slug === deadline
  }

  #cutOff(why: unknown): void {
    this.#onEnd(this)
    this.#controller.error(why)
  }
}
