/** The audiences in which somebody listens. They are kept, so that a later life of the timekeeper tells them too. */
import type { SyncKvStorage } from '@cloudflare/workers-types'
import type { AudienceCalls } from '../env.ts'

const PREFIX = 'audience '

export class Audiences {
  readonly #kept: SyncKvStorage
  readonly #audienceOf: (id: string) => AudienceCalls

  constructor(kept: SyncKvStorage, audienceOf: (id: string) => AudienceCalls) {
    this.#kept = kept
    this.#audienceOf = audienceOf
  }

  /** From now on it is told; each time that it asks for that, it has another mark here. */
  add(id: string): void {
    this.#kept.put(PREFIX + id, crypto.randomUUID())
  }

  /** All are told at the same time, and none waits for another; gives whether that could be done. */
  async tell(): Promise<boolean> {
    const told = await Promise.all(this.#ids().map((id) => this.#tell(id)))
    return told.every((isTold) => isTold)
  }

  async listening(): Promise<number> {
    const counts = this.#ids().map((id) => this.#audienceOf(id).listening())
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
  }

  #ids(): string[] {
    return [...this.#kept.list({ prefix: PREFIX })].map(([key]) => key.slice(PREFIX.length))
  }

  async #tell(id: string): Promise<boolean> {
    const mark = this.#kept.get(PREFIX + id)
    try {
      const isListening = await this.#audienceOf(id).tell()
      // Somebody may have come to it since it was asked.
      if (!isListening && this.#kept.get(PREFIX + id) === mark) this.#kept.delete(PREFIX + id)
      return true
    } catch (error) {
      console.error(
        JSON.stringify({ event: 'listeners-not-told', audience: id, error: String(error) }),
      )
      return false
    }
  }
}
