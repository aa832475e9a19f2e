import { DOCUMENT, EXAMPLE_SITE } from './document.ts'

/** The document of a site, as JSON; sites differ only in their address. */
export function contractOf(site: { url: string }): string {
  return DOCUMENT.replaceAll(EXAMPLE_SITE, site.url)
}
