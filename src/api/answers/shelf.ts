import { Recent } from '../../recent.ts'
import type { KeptAnswer } from './kept-answer.ts'

/** Bytes: a Worker has 128 MB in all. */
const MOST_KEPT = 12_000_000

/** Answers that are good for the same time, by what was asked. */
export class Shelf {
  readonly #kept = new Recent<KeptAnswer>(MOST_KEPT)
  readonly #begun = new Map<string, Promise<KeptAnswer | null>>()

  get(question: string): KeptAnswer | null {
    return this.#kept.get(question)
  }

  /** What is being worked out for another; it gives null where that fails, or is not to be kept. */
  begun(question: string): Promise<KeptAnswer | null> | null {
    return this.#begun.get(question) ?? null
  }

  /** Puts an answer here once it is done, and gives it to who asks meanwhile. */
  begin(question: string, made: Promise<KeptAnswer | Response>): Promise<unknown> {
    const done = made.then(
      (answer) => (answer instanceof Response ? null : this.put(question, answer)),
      () => null,
    )
    this.#begun.set(question, done)
    return done.then(() => this.#begun.delete(question))
  }

  put(question: string, answer: KeptAnswer): KeptAnswer {
    this.#kept.set(question, answer, answer.body.length)
    return answer
  }

  [Symbol.iterator](): IterableIterator<[question: string, answer: KeptAnswer]> {
    return this.#kept[Symbol.iterator]()
  }
}
