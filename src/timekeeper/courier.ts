/** Where deliveries are made: apart from the queue, in which whoever does not answer would keep others waiting. */
import { WorkerEntrypoint } from 'cloudflare:workers'
import type { EpochSeconds } from '../deadline/instant.ts'
import {
  type Bindings,
  type DeliveryMessage,
  type IntentMessage,
  type QueueMessage,
  timekeeperOf,
} from '../env.ts'

/** This Worker itself, as the runtime hands it over. */
interface Exports {
  default: { fetch(request: Request): Promise<Response> }
}

/** What came to pass is in it. */
const NEWEST = { headers: { 'cache-control': 'no-cache' } }

export class Courier extends WorkerEntrypoint<Bindings> {
  /**
   * Answers when it has set out: when all that is left to wait for is somebody else's answer. The work
   * goes on to its end. The runtime keeps it for 30 s after this call was answered, and it begins
   * nothing after 15 (deliver.ts). What is cut off nevertheless is still due, and found again.
   */
  deliver(message: QueueMessage): Promise<void> {
    const { promise: hasSetOut, resolve: setOut } = Promise.withResolvers<void>()
    const work =
      'intent' in message ? this.#confirm(message, setOut) : this.#deliver(message, setOut)
    this.ctx.waitUntil(reported(work).then(setOut))
    return hasSetOut
  }

  async #deliver(message: DeliveryMessage, setOut: () => void): Promise<void> {
    const [{ deliver }, { carriersOf }] = await Promise.all([
      import('./deliver.ts'),
      import('./carriers.ts'),
    ])
    await deliver(message, {
      ...{ ...this.#atHand, setOut },
      carriers: carriersOf(this.env, this.#atHand.read),
      passOn: (message) => this.env.DELIVERIES.send(message),
    })
  }

  async #confirm({ intent }: IntentMessage, setOut: () => void): Promise<void> {
    const { confirmIntent } = await import('./websub/intent.ts')
    await confirmIntent(intent, { ...this.#atHand, setOut })
  }

  readonly #atHand = {
    db: this.env.DB,
    clock: () => Math.floor(Date.now() / 1000),
    wakeBy: (at: EpochSeconds) => timekeeperOf(this.env).wakeBy(at),
    read: (address: string) =>
      (this.ctx.exports as unknown as Exports).default.fetch(new Request(address, NEWEST)),
  }
}

async function reported(work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) =>
    console.error(JSON.stringify({ event: 'delivery-broke-off', error: String(error) })),
  )
}
