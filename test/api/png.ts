/** Reads a PNG as the tracker makes it: eight bits a sample, not interlaced (W3C PNG, third edition). */

export interface Pixels {
  width: number
  height: number
  /** Red, green and blue at a place. */
  at(x: number, y: number): [number, number, number]
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

export async function readPng(bytes: Uint8Array): Promise<Pixels> {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) throw new Error('not a PNG')
  const chunks = chunksOf(bytes)
  const header = new DataView(chunks[0].data.slice().buffer)
  const [width, height] = [header.getUint32(0), header.getUint32(4)]
  const samples = { 2: 3, 6: 4 }[header.getUint8(9)]
  if (chunks[0].type !== 'IHDR' || header.getUint8(8) !== 8 || !samples) throw new Error('unread')
  const packed = new Blob(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const inflated = packed.stream().pipeThrough(new DecompressionStream('deflate'))
  const rows = unfilter(new Uint8Array(await new Response(inflated).arrayBuffer()), {
    ...{ stride: width * samples, samples, height },
  })
  return {
    ...{ width, height },
    at(x, y) {
      const start = (y * width + x) * samples
      return [rows[start], rows[start + 1], rows[start + 2]]
    },
  }
}

function chunksOf(bytes: Uint8Array): { type: string; data: Uint8Array<ArrayBuffer> }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const chunks = []
  for (let at = SIGNATURE.length; at < bytes.length; ) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    chunks.push({ type, data: bytes.slice(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

interface Layout {
  stride: number
  samples: number
  height: number
}

/** Section 9: each row says by its first byte how its bytes were foretold. */
function unfilter(packed: Uint8Array, { stride, samples, height }: Layout): Uint8Array {
  const rows = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = packed[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x < samples ? 0 : rows[at - samples]
      const above = y === 0 ? 0 : rows[at - stride]
      const before = x < samples || y === 0 ? 0 : rows[at - stride - samples]
      const foretold = [0, left, above, (left + above) >> 1, paeth(left, above, before)][filter]
      rows[at] = packed[y * (stride + 1) + 1 + x] + foretold
    }
  }
  return rows
}

function paeth(left: number, above: number, before: number): number {
  const guess = left + above - before
  const [toLeft, toAbove, toBefore] = [left, above, before].map((each) => Math.abs(guess - each))
  if (toLeft <= toAbove && toLeft <= toBefore) return left
  return toAbove <= toBefore ? above : before
}
