import type { D1Database } from '@cloudflare/workers-types'
import { parseZone, type Zone } from './deadline/zone.ts'

/** What wrangler binds: the types of wrangler.jsonc. */
export interface Bindings {
  DB: D1Database
  SITE_URL?: string
  SITE_TITLE?: string
  DESK_ZONE?: string
}

export interface Configuration {
  site: { url: string; title: string }
  deskZone: Zone
}

/**
 * Checks the configuration. Without SITE_URL the site is where the request came to, which suits
 * local work; a bad setting is a fault that names itself.
 */
export function readConfiguration(bindings: Bindings, requestUrl: string): Configuration {
  const zone = parseZone(bindings.DESK_ZONE || 'UTC')
  if (!zone.ok) throw new Error(`DESK_ZONE: ${zone.why}`)
  return {
    site: {
      url: siteUrl(bindings.SITE_URL || new URL(requestUrl).origin),
      title: bindings.SITE_TITLE || 'Eleventh Hour',
    },
    deskZone: zone.value,
  }
}

function siteUrl(text: string): string {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/') {
    throw new Error(`SITE_URL: "${text}" is not an origin such as https://eleventh-hour.example`)
  }
  return url.origin
}
