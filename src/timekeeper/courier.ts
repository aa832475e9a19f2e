/** Where deliveries are made: apart from the queue, which would wait for the slowest of each batch. */
import { WorkerEntrypoint } from 'cloudflare:workers'
import type { EpochSeconds } from '../deadline/instant.ts'
import { type Bindings, type DeliveryMessage, type QueueMessage, timekeeperOf } from '../env.ts'

/** This Worker itself, as the runtime hands it over. */
interface Exports {
  default: { fetch(request: Request): Promise<Response> }
}

/** What came to pass is in it. */
const NEWEST = { headers: { 'cache-control': 'no-cache' } }

export class Courier extends WorkerEntrypoint<Bindings> {
  /** Goes on to its end, whether somebody waits for it or not. */
  deliver(message: QueueMessage): Promise<void> {
    const work = 'intent' in message ? this.#confirm(message.intent) : this.#deliver(message)
    this.ctx.waitUntil(work)
    return work
  }

  async #deliver(message: DeliveryMessage): Promise<void> {
    const [{ deliver }, { carriersOf }] = await Promise.all([
      import('./deliver.ts'),
      import('./carriers.ts'),
    ])
    await deliver(message, {
      ...this.#atHand,
      carriers: carriersOf(this.env, this.#atHand.read),
      passOn: (message) => this.env.DELIVERIES.send(message),
    })
  }

  async #confirm(intent: number): Promise<void> {
    const { confirmIntent } = await import('./websub/intent.ts')
    await confirmIntent(intent, this.#atHand)
  }

  readonly #atHand = {
    db: this.env.DB,
    clock: () => Math.floor(Date.now() / 1000),
    wakeBy: (at: EpochSeconds) => timekeeperOf(this.env).wakeBy(at),
    read: (address: string) =>
      (this.ctx.exports as unknown as Exports).default.fetch(new Request(address, NEWEST)),
  }
}
