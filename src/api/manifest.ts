/** What a browser installs the tracker by, as an app of its own (W3C App Manifest). */
import { Hono } from 'hono'
import { boardPath, MANIFEST } from '../href.ts'
import type { Assets } from '../page/page.ts'
import { wordsFor } from '../page/words/words.ts'
import type { AppEnv } from './context.ts'
import { readPage } from './query.ts'
import { viewOf } from './view.ts'

export const manifest = new Hono<AppEnv>()

/** The paper of the pages in the light: a manifest has no other for the dark. */
const PAPER = '#fbfaf7'

manifest.get(MANIFEST, async (c) => {
  const { site, assets, lang } = await viewOf(c, readPage(c.req.url, c.var.clock))
  const words = wordsFor({ lang })
  const told = {
    id: boardPath(),
    name: site.title,
    short_name: site.title,
    description: words.phrase.boardIs,
    ...{ lang: words.lang, dir: words.dir },
    start_url: boardPath(),
    display: 'standalone',
    ...{ background_color: PAPER, theme_color: PAPER },
    icons: iconsOf(assets),
  }
  return c.body(JSON.stringify(told), 200, { 'content-type': 'application/manifest+json' })
})

function iconsOf({ icon, icons: { small, large, maskable } }: Assets) {
  const png = (src: string, size: number) => ({ src, sizes: `${size}x${size}`, type: 'image/png' })
  return [
    { src: icon, sizes: 'any', type: 'image/svg+xml' },
    png(small, 192),
    png(large, 512),
    { ...png(maskable, 512), purpose: 'maskable' },
  ]
}
