/** Where deliveries are made: apart from the queue, which would wait for the slowest of each batch. */
import { WorkerEntrypoint } from 'cloudflare:workers'
import { type Bindings, type DeliveryMessage, timekeeperOf } from '../env.ts'

export class Courier extends WorkerEntrypoint<Bindings> {
  /** Goes on to its end, whether somebody waits for it or not. */
  deliver(message: DeliveryMessage): Promise<void> {
    const work = this.#deliver(message)
    this.ctx.waitUntil(work)
    return work
  }

  async #deliver(message: DeliveryMessage): Promise<void> {
    const [{ deliver }, { carriersOf }] = await Promise.all([
      import('./deliver.ts'),
      import('./carriers.ts'),
    ])
    await deliver(message, {
      db: this.env.DB,
      carriers: carriersOf(this.env),
      clock: () => Math.floor(Date.now() / 1000),
      wakeBy: (at) => timekeeperOf(this.env).wakeBy(at),
      passOn: (message) => this.env.DELIVERIES.send(message),
    })
  }
}
