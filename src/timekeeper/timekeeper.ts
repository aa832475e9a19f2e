/**
 * Rings when something comes to pass. All that it does follows from rows of the ledger and can be done
 * again: the alarm says when to look, and nothing is lost with this object but the moment of waking.
 */
import { DurableObject } from 'cloudflare:workers'
import { type EpochSeconds, formatInstant } from '../deadline/instant.ts'
import type { Bindings, QueueMessage } from '../env.ts'
import { dueSubscriptions, fanOut, nextDueAfter } from '../ledger/deliveries.ts'
import { nextChangeAfter, ring } from '../ledger/events.ts'
import { nextIntentAfter, takeIntents } from '../ledger/intents.ts'
import { dropExpired } from '../ledger/subscriptions.ts'
import { Audiences } from './audiences.ts'
import { condition } from './condition.ts'
import { nextWake } from './next-wake.ts'
import { Nudges } from './nudges.ts'
import { whileAsked } from './while-asked.ts'

/** A write is over by then, or whoever made it is. */
const WRITE_SECONDS = 1
/** After a fault it looks again. */
const AFTER_FAULT_SECONDS = 5
/** As many as a queue takes at once. */
const MESSAGES_AT_ONCE = 100

const clock = (): EpochSeconds => Math.floor(Date.now() / 1000)

export class Timekeeper extends DurableObject<Bindings> {
  /** Names this life of the object, so that a later one sorts after it: what an earlier one had begun is nobody's. */
  readonly #run = new Date().toISOString()
  readonly #nudges = new Nudges()
  readonly #audiences = new Audiences(this.ctx.storage.kv, (id) => this.#audienceOf(id))
  readonly #ringWhileAsked = whileAsked(() => this.#ringOrLookAgain())
  #hasLooked = false
  /** The earliest instant at which somebody asked for a look. */
  #askedFor: EpochSeconds | null = null

  /** A write is about to be made: whatever becomes of it, its events are told of. */
  expectWrite(): Promise<void> {
    return this.wakeBy(clock() + WRITE_SECONDS)
  }

  /** Looks at an instant, if not before. */
  async wakeBy(at: EpochSeconds): Promise<void> {
    this.#askedFor = Math.min(at, this.#askedFor ?? at)
    const planned = await this.ctx.storage.getAlarm()
    if (planned === null || planned > at * 1000) await this.ctx.storage.setAlarm(at * 1000)
  }

  /** Looks now. Who calls while it looks is looked after as well. */
  wake(): Promise<void> {
    this.#hasLooked = true
    return this.#ringWhileAsked()
  }

  override alarm(): Promise<void> {
    return this.wake()
  }

  /** The safety net: looks, and says in the log what it found that the alarm should have seen to. */
  async check(): Promise<void> {
    const { lateSince } = await condition(this.env.DB, clock())
    const late = Object.entries(lateSince).map(([what, at]) => [what, at && formatInstant(at)])
    if (late.some(([, at]) => at)) {
      console.error(JSON.stringify({ event: 'timekeeper-was-late', ...Object.fromEntries(late) }))
    }
    await this.wake()
    await dropExpired(this.env.DB, clock())
  }

  /** Somebody listens in an audience (src/timekeeper/audience.ts), which is told after each ring from now on. */
  async attend(audience: string): Promise<void> {
    this.#audiences.add(audience)
    // On a new tracker nothing else has had it look.
    if (!this.#hasLooked) this.ctx.waitUntil(this.wake())
  }

  listening(): Promise<number> {
    return this.#audiences.listening()
  }

  #audienceOf(id: string) {
    const { AUDIENCE } = this.env
    return AUDIENCE.get(AUDIENCE.idFromString(id))
  }

  async #ringOrLookAgain(): Promise<void> {
    try {
      await this.#ring()
    } catch (error) {
      console.error(JSON.stringify({ event: 'timekeeper-failed', error: String(error) }))
      await this.wakeBy(clock() + AFTER_FAULT_SECONDS)
    }
  }

  async #ring(): Promise<void> {
    const now = clock()
    if (this.#askedFor !== null && this.#askedFor <= now) this.#askedFor = null
    while (!(await ring(this.env.DB, now)).isDone);
    this.ctx.waitUntil(this.#tellAudiences())
    while (!(await fanOut(this.env.DB, now)).isDone);
    await this.#send((await takeIntents(this.env.DB, now)).map((intent) => ({ intent })))
    await this.#nudge(now)
    await this.#plan(now)
  }

  /** Nobody waits for that, and what goes wrong there is looked after again. */
  async #tellAudiences(): Promise<void> {
    if (!(await this.#audiences.tell())) await this.wakeBy(clock() + AFTER_FAULT_SECONDS)
  }

  /** Says to the queue who has something due. */
  async #nudge(now: EpochSeconds): Promise<void> {
    const due = this.#nudges.among(await dueSubscriptions(this.env.DB, now), now)
    await this.#send(due.map(({ subscription }) => ({ subscription, run: this.#run })))
    this.#nudges.sent(due, now)
  }

  async #send(messages: QueueMessage[]): Promise<void> {
    for (let at = 0; at < messages.length; at += MESSAGES_AT_ONCE) {
      const piece = messages.slice(at, at + MESSAGES_AT_ONCE)
      await this.env.DELIVERIES.sendBatch(piece.map((body) => ({ body })))
    }
  }

  async #plan(now: EpochSeconds): Promise<void> {
    const { DB } = this.env
    const [change, delivery, intent] = await Promise.all([
      nextChangeAfter(DB, now),
      nextDueAfter(DB, now),
      nextIntentAfter(DB, now),
    ])
    const [nudge, asked] = [this.#nudges.next(now), this.#askedFor]
    const next = nextWake({ change, delivery, intent, nudge, asked })
    if (next === null) await this.ctx.storage.deleteAlarm()
    else await this.ctx.storage.setAlarm(next.at * 1000)
  }
}
