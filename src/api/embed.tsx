/** A deadline within another site's page: its card, and oEmbed (oembed.com) to find that by. */
import { type Context, Hono } from 'hono'
import { absolute, boardPath, slugOfPage } from '../href.ts'
import { CARD, Embed, EmbedFrame, embedStyle } from '../page/embed.tsx'
import type { AppEnv } from './context.ts'
import type { OEmbedAnswer } from './contract/shapes/card.ts'
import { tellOne } from './deadlines.tsx'
import { Problem } from './problem.ts'
import { readAsking, readEmbed, readOembed } from './query.ts'
import { SLUG } from './slug.ts'
import { viewOf } from './view.ts'

export const embed = new Hono<AppEnv>()

const FRESH_SECONDS = 300

embed.get(`/embed/:slug{${SLUG}}`, async (c) => {
  const { theme, ...asked } = readEmbed(c.req.url, c.var.clock)
  const { status } = await tellOne(c, c.req.param('slug'), asked)
  c.header('content-security-policy', await policyFor(embedStyle(theme)))
  c.header('cache-control', `public, max-age=${FRESH_SECONDS}`)
  return c.html(<Embed view={await viewOf(c, asked)} status={status} theme={theme} />)
})

/** As strict as the pages' own, but that anybody may frame it; its one style is named by its hash. */
async function policyFor(style: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)))
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors *',
  ].join('; ')
}

embed.get('/oembed', async (c) => {
  const { url, format, maxwidth, maxheight } = readOembed(c.req.url)
  if (format === 'xml') throw new Problem(501, 'Here oEmbed is told as JSON: ask for format=json.')
  const slug = slugOfPage(c.var.site.url, url)
  if (slug === null) throw new Problem(404, 'That is not the address of a deadline here.')
  return c.json<OEmbedAnswer>(await describeCard(c, slug, url, sizeWithin(maxwidth, maxheight)))
})

function sizeWithin(width = CARD.width, height = CARD.height): typeof CARD {
  return { width: Math.min(width, CARD.width), height: Math.min(height, CARD.height) }
}

async function describeCard(
  c: Context<AppEnv>,
  slug: string,
  url: string,
  size: typeof CARD,
): Promise<OEmbedAnswer> {
  const asked = readAsking(url, c.var.clock, 'any')
  const { status } = await tellOne(c, slug, asked)
  const view = await viewOf(c, asked)
  c.header('cache-control', `public, max-age=${FRESH_SECONDS}`)
  return {
    ...{ version: '1.0', type: 'rich', title: status.title },
    provider_name: view.site.title,
    provider_url: absolute(view.site.url, boardPath()),
    cache_age: FRESH_SECONDS,
    ...size,
    html: String(<EmbedFrame view={view} status={status} size={size} />),
  }
}
