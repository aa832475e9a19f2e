/** Reads the answers off a connection, as far as to tell where each ends (RFC 9112, section 6). */
export class AnswerReader {
  /** Of the last answer whose head has come. */
  status = 0
  #head = ''
  /** Bytes to come of the body or of its chunk; null while a head is read, or a chunk's. */
  #left: number | null = null
  #isChunked = false

  /** Takes what has come, and gives whether an answer ends with it. */
  take(bytes: Buffer): boolean {
    let at = 0
    while (at < bytes.length) {
      if (this.#left !== null && this.#left > 0) {
        const taken = Math.min(this.#left, bytes.length - at)
        this.#left -= taken
        at += taken
        if (this.#left === 0 && !this.#isChunked) return this.#ended()
        continue
      }
      const mark = this.#isChunked ? '\r\n' : '\r\n\r\n'
      const [text, end] = this.#until(bytes, at, mark)
      at = end
      if (text === null) return false
      if (this.#isChunked ? this.#readSize(text) : this.#readHead(text)) return this.#ended()
    }
    return false
  }

  /** What comes up to a mark; null where the mark is yet to come. */
  #until(bytes: Buffer, at: number, mark: string): [string | null, number] {
    const before = this.#head.length
    // A mark may come in two pieces.
    this.#head += bytes.toString('latin1', at, Math.min(bytes.length, at + 65_536))
    const found = this.#head.indexOf(mark, Math.max(0, before - mark.length))
    if (found < 0) return [null, Math.min(bytes.length, at + 65_536)]
    const text = this.#head.slice(0, found)
    this.#head = ''
    return [text, at + found + mark.length - before]
  }

  #readHead(head: string): boolean {
    this.status = Number(head.slice(9, 12))
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)
    this.#isChunked = /\r\ntransfer-encoding: *chunked/i.test(head)
    this.#left = length ? Number(length[1]) : null
    return !this.#isChunked && !this.#left
  }

  /** A chunk's bytes end with a line's end, which is counted to them; the last one is empty. */
  #readSize(line: string): boolean {
    if (line === '') return this.#left === -1
    const size = Number.parseInt(line, 16)
    this.#left = size === 0 ? -1 : size + 2
    return false
  }

  #ended(): true {
    this.#left = null
    this.#isChunked = false
    return true
  }
}
