/**
 * Where pictures are made: a renderer of SVG (resvg, as WebAssembly) and the faces that it sets
 * text in. Together they are larger than all else in the Worker, so they are loaded when a picture
 * is first asked for, and then kept for as long as the isolate lives.
 */
import type { Resvg } from '@resvg/resvg-wasm'
import type { Faces } from '../page/preview/faces.ts'

export interface Studio {
  faces: Faces
  /** SVG to PNG, in the size that the SVG has. */
  develop(svg: string): Uint8Array<ArrayBuffer>
}

let opened: Promise<Studio> | null = null

export function openStudio(): Promise<Studio> {
  opened ??= open().catch((error: unknown) => {
    opened = null
    throw error
  })
  return opened
}

async function open(): Promise<Studio> {
  const [faces, fontBuffers, { initWasm, Resvg }, { default: compiled }] = await Promise.all([
    import('../../dist/fonts/faces.json', { with: { type: 'json' } }),
    loadFonts(),
    import('@resvg/resvg-wasm'),
    import('@resvg/resvg-wasm/index_bg.wasm'),
  ])
  // It can be done once only, so it comes after all that may fail.
  await initWasm(compiled)
  return {
    faces: faces.default as unknown as Faces,
    develop(svg) {
      const renderer = new Resvg(svg, { font: { fontBuffers } })
      try {
        return pngOf(renderer.render())
      } finally {
        renderer.free()
      }
    },
  }
}

/** WebAssembly's memory is not the collector's: whatever happens, it is given back. */
function pngOf(image: ReturnType<InstanceType<typeof Resvg>['render']>): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(image.asPng())
  } finally {
    image.free()
  }
}

/** By name, since a bundler has to see which. */
async function loadFonts(): Promise<Uint8Array[]> {
  const fonts = await Promise.all([
    import('../../dist/fonts/inter-200.ttf'),
    import('../../dist/fonts/inter-400.ttf'),
    import('../../dist/fonts/inter-600.ttf'),
    import('../../dist/fonts/serif-700.ttf'),
    import('../../dist/fonts/plex-300.ttf'),
    import('../../dist/fonts/plex-400.ttf'),
    import('../../dist/fonts/plex-600.ttf'),
    import('../../dist/fonts/amiri-700.ttf'),
  ])
  return fonts.map((font) => new Uint8Array(font.default))
}
