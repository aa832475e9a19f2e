/** Keeps what was used lately, up to a size in all: what was not used for longest goes first. */
export class Recent<Value> {
  readonly #most: number
  readonly #kept = new Map<string, { value: Value; size: number }>()
  #size = 0
  /** The key that was used last: where it is asked for again, nothing has to be moved. */
  #latest: string | null = null

  /** `most` is in the unit of the sizes that are given; what alone is larger is not kept. */
  constructor(most: number) {
    this.#most = most
  }

  get(key: string): Value | null {
    const found = this.#kept.get(key)
    if (!found) return null
    if (key === this.#latest) return found.value
    // A map keeps the order in which its keys were set.
    this.#kept.delete(key)
    this.#kept.set(key, found)
    this.#latest = key
    return found.value
  }

  set(key: string, value: Value, size: number): void {
    this.#drop(key)
    if (size > this.#most) return
    this.#kept.set(key, { value, size })
    this.#latest = key
    this.#size += size
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#most) return
      this.#drop(oldest)
    }
  }

  /** What was not used for longest comes first. */
  *[Symbol.iterator](): IterableIterator<[key: string, value: Value]> {
    for (const [key, { value }] of this.#kept) yield [key, value]
  }

  #drop(key: string): void {
    const found = this.#kept.get(key)
    if (!found) return
    this.#kept.delete(key)
    this.#size -= found.size
  }
}
