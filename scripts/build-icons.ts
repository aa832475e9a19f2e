/** Makes the icon's pictures, for those that take no SVG: home screens, and old browsers' tabs. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { keep } from './keep.ts'

const renderer = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')

/** Writes those that browsers look for at the root; gives the rest by the keys of Icons (page.ts). */
export async function buildIcons(source: string, root: string) {
  await initWasm(readFileSync(renderer))
  const svg = readFileSync(source, 'utf8')
  keep(
    join(root, 'favicon.ico'),
    icoOf(new Map([16, 32, 48].map((size) => [size, pngOf(svg, size)]))),
  )
  keep(join(root, 'apple-touch-icon.png'), pngOf(svg, 180, groundOf(svg)))
  return {
    // As large as RSS 2.0 has a channel's image at the most.
    feed: pngOf(svg, 144),
    small: pngOf(svg, 192),
    large: pngOf(svg, 512),
    // Its mark is within the circle of four fifths that no mask cuts (W3C App Manifest, icon masks).
    maskable: pngOf(svg, 512, groundOf(svg)),
  }
}

/** On a ground where it may be cut to another shape: the icon's own corners are round. */
function pngOf(svg: string, size: number, background?: string): Uint8Array {
  return new Resvg(svg, { background, fitTo: { mode: 'width', value: size } }).render().asPng()
}

function groundOf(svg: string): string {
  const ground = /<rect [^>]*fill="(#[0-9a-f]{6})"/.exec(svg)?.[1]
  if (!ground) throw new Error('The icon has no ground.')
  return ground
}

/** An ICO of PNGs: a header of 6 bytes, an entry of 16 for each, then they themselves. */
function icoOf(pngs: Map<number, Uint8Array>): Buffer {
  const header = Buffer.alloc(6 + 16 * pngs.size)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pngs.size, 4)
  let [entry, offset] = [6, header.length]
  for (const [size, png] of pngs) {
    header.writeUInt8(size, entry)
    header.writeUInt8(size, entry + 1)
    header.writeUInt16LE(1, entry + 4)
    header.writeUInt16LE(32, entry + 6)
    header.writeUInt32LE(png.length, entry + 8)
    header.writeUInt32LE(offset, entry + 12)
    entry += 16
    offset += png.length
  }
  return Buffer.concat([header, ...pngs.values()])
}
