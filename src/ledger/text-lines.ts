/** A file's bytes as lines of text, however the bytes come in pieces. */

export interface TextLine {
  text: string
  /** False where the line's bytes are not UTF-8, and so not what its author wrote. */
  isUtf8: boolean
}

/** A file or a request's body, in pieces of any size. */
export type Bytes = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

const LINE_FEED = 0x0a

/**
 * Splits at line feeds alone: NDJSON's strings may hold any other line break that Unicode knows.
 * A carriage return before one stays, as white space to JSON; a byte-order mark is dropped.
 */
export async function* textLines(bytes: Bytes): AsyncGenerator<TextLine> {
  let pieces: Uint8Array[] = []
  for await (const chunk of bytes) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      yield decode([...pieces, chunk.subarray(start, end)])
      pieces = []
      start = end + 1
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start))
  }
  if (pieces.length > 0) yield decode(pieces)
}

function decode(pieces: Uint8Array[]): TextLine {
  const bytes = pieces.length === 1 ? pieces[0] : joined(pieces)
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
    return { text, isUtf8: true }
  } catch {
    return { text: new TextDecoder().decode(bytes), isUtf8: false }
  }
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let start = 0
  for (const piece of pieces) {
    whole.set(piece, start)
    start += piece.length
  }
  return whole
}
