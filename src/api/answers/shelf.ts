import { Recent } from '../../recent.ts'
import type { KeptAnswer } from './kept-answer.ts'

/** Bytes: a Worker has 128 MB in all. */
const MOST_KEPT = 12_000_000

/** What was worked out for another: null where that has failed, or is not to be kept. */
interface Begun {
  kept: KeptAnswer | null
}

/** Answers that are good for the same time, by what was asked. */
export class Shelf {
  readonly #kept = new Recent<KeptAnswer>(MOST_KEPT)
  readonly #begun = new Map<string, Promise<Begun>>()

  get(question: string): KeptAnswer | null {
    return this.#kept.get(question)
  }

  /** What is being worked out for another, once that is done. */
  begun(question: string): Promise<Begun> | null {
    return this.#begun.get(question) ?? null
  }

  /** Puts an answer here once it is done, and gives it to who asks meanwhile. */
  begin(question: string, made: Promise<KeptAnswer | Response>): Promise<unknown> {
    const done = made.then(
      (answer) => ({ kept: answer instanceof Response ? null : this.put(question, answer) }),
      () => ({ kept: null }),
    )
    this.#begun.set(question, done)
    return done.then(() => this.#begun.delete(question))
  }

  put(question: string, answer: KeptAnswer): KeptAnswer {
    this.#kept.set(question, answer, answer.body.size)
    return answer
  }

  [Symbol.iterator](): IterableIterator<[question: string, answer: KeptAnswer]> {
    return this.#kept[Symbol.iterator]()
  }
}
