import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import measured from '../../../dist/fonts/faces.json' with { type: 'json' }
import { type Faces, faceFor, widthOf } from '../../../src/page/preview/faces.ts'

const faces = measured as unknown as Faces
const require = createRequire(import.meta.url)

beforeAll(async () => {
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')))
})

/** How wide the renderer itself draws a text. */
function drawnWidth(text: string, family: string, weight: number): number {
  const fontBuffers = Object.keys(faces).map((name) =>
    Uint8Array.from(readFileSync(`dist/fonts/${name}.ttf`)),
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="200">
    <text x="1500" y="100" font-size="100" font-family="${family}" font-weight="${weight}">${text}</text></svg>`
  return new Resvg(svg, { font: { fontBuffers } }).getBBox()?.width ?? 0
}

describe('a width that is measured', () => {
  it.each([
    ['title', 'End the war in Ukraine'],
    ['title', 'Припинити війну проти України'],
    ['title', 'İstanbul’da üçüncü tur görüşmeler'],
    ['title', 'إنهاء الحرب في أوكرانيا خلال 50 يومًا'],
    ['text', 'as known on 21 July 2025'],
    ['text', 'كما كان معروفًا في 21 يوليو 2025، 20:00 UTC'],
    ['strong', 'موعد متضارب'],
    ['figure', '10–12'],
  ] as const)('in the %s face, of “%s”, is what is drawn, within a twelfth', (hand, text) => {
    const face = faceFor(faces, hand, text)
    if (!face) throw new Error('no face')
    const share = widthOf(face, text, 100) / drawnWidth(text, face.family, face.weight)
    expect(Math.abs(share - 1)).toBeLessThan(1 / 12)
  })
})
