/** The lines of a long file, kept in a small part of their size until they are needed. */
export class PackedLines {
  /** How many there are. */
  count = 0
  readonly #zip = new CompressionStream('gzip')
  readonly #writer = this.#zip.writable.getWriter()
  readonly #packed = new Response(this.#zip.readable).arrayBuffer()
  readonly #encoder = new TextEncoder()

  async add(line: string): Promise<void> {
    this.count++
    await this.#writer.write(this.#encoder.encode(`${line}\n`))
  }

  /** Every line in its order. No more can be added then. */
  async *unpacked(): AsyncGenerator<string> {
    await this.#writer.close()
    const packed = new Response(await this.#packed).body
    if (!packed) return
    let rest = ''
    const text = packed
      .pipeThrough(new DecompressionStream('gzip'))
      .pipeThrough(new TextDecoderStream())
    for await (const piece of text) {
      const lines = `${rest}${piece}`.split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  }
}
