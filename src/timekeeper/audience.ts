/**
 * Some of those who listen to `/live`, in an object of their own. It remembers nothing that matters: a
 * stream that ends with it is opened again, in whichever audience, and goes on after its last id.
 */
import { DurableObject } from 'cloudflare:workers'
import { type Bindings, type Listening, timekeeperOf } from '../env.ts'
import { lastEvent } from '../ledger/events.ts'
import type { Listeners } from './live/listeners.ts'

export class Audience extends DurableObject<Bindings> {
  /** So many listen at once; whoever comes then is asked to come back later. */
  static most = 5000

  /** Null where the timekeeper need not know of it, since nobody is here. */
  #listeners: Promise<Listeners> | null = null
  #count = () => 0
  /** Those who are being let in. */
  #coming = 0

  /** Opens a stream of what comes to pass (src/api/live.ts). */
  override async fetch(request: Request): Promise<Response> {
    this.#coming++
    try {
      const listeners = await this.#gather()
      const listening = await request.json<Listening>()
      const isFull = this.#coming + this.#count() > Audience.most
      return new Response(isFull ? listeners.full(listening) : await listeners.open(listening))
    } finally {
      this.#coming--
    }
  }

  /** Tells all who are here what is new; false where nobody is, and none need be told until it says so. */
  async tell(): Promise<boolean> {
    if (this.#coming + this.#count() === 0) this.#listeners = null
    await (await this.#listeners)?.tell()
    return this.#listeners !== null
  }

  async listening(): Promise<number> {
    return this.#count()
  }

  #gather(): Promise<Listeners> {
    this.#listeners ??= this.#begin().catch((error) => {
      this.#listeners = null
      throw error
    })
    return this.#listeners
  }

  /** What came to pass before the timekeeper knew of it, it reads for itself. */
  async #begin(): Promise<Listeners> {
    const { DB } = this.env
    const [{ Listeners }, last] = await Promise.all([import('./live/listeners.ts'), lastEvent(DB)])
    const listeners = new Listeners(DB, last, Math.floor(Date.now() / 1000))
    await timekeeperOf(this.env).attend(this.ctx.id.toString())
    this.#count = () => listeners.count
    listeners.tellOrLog()
    return listeners
  }
}
