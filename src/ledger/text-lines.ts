/** A file's bytes as lines of text, however the bytes come in pieces. */

/** A line, or why it is none. */
export type TextLine = { text: string } | { why: string }

/** A file or a request's body, in pieces of any size. */
export type Bytes = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** As much as the API takes in one request's body, in bytes. */
export const LONGEST_LINE = 65_536

const LINE_FEED = 0x0a

/**
 * Splits at line feeds alone: NDJSON's strings may hold any other line break that Unicode knows.
 * A carriage return before one stays, as white space to JSON; a byte-order mark is dropped. Of a
 * line that is too long no more is kept than shows that it is.
 */
export async function* textLines(bytes: Bytes): AsyncGenerator<TextLine> {
  let line = new LineInPieces()
  for await (const chunk of bytes) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      line.add(chunk.subarray(start, end))
      yield line.decode()
      line = new LineInPieces()
      start = end + 1
    }
    line.add(chunk.subarray(start))
  }
  if (line.length > 0) yield line.decode()
}

class LineInPieces {
  length = 0
  #pieces: Uint8Array[] = []

  add(piece: Uint8Array): void {
    this.length += piece.length
    if (this.length > LONGEST_LINE) this.#pieces = []
    else if (piece.length > 0) this.#pieces.push(piece)
  }

  decode(): TextLine {
    if (this.length > LONGEST_LINE) return { why: `must have at most ${LONGEST_LINE} bytes` }
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
    try {
      return { text: decoder.decode(this.#joined()) }
    } catch {
      return { why: 'must be UTF-8' }
    }
  }

  #joined(): Uint8Array {
    if (this.#pieces.length === 1) return this.#pieces[0]
    const whole = new Uint8Array(this.length)
    let start = 0
    for (const piece of this.#pieces) {
      whole.set(piece, start)
      start += piece.length
    }
    return whole
  }
}

/** Takes what comes so many at a time; the last group may have fewer. */
export async function* inGroups<T>(each: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let group: T[] = []
  for await (const one of each) {
    group.push(one)
    if (group.length < size) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}
