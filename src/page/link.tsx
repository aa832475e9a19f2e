import type { Child } from 'hono/jsx'

/** A link out of the tracker, if it is one to the web; anything else is only its words. */
export function Outward({ href, children }: { href: string | null; children: Child }) {
  if (!isWeb(href)) return <>{children}</>
  return (
    <a href={href} rel="external noopener">
      {children}
    </a>
  )
}

/** A `javascript:` or `data:` address in a report would run in our own name. */
export function isWeb(href: string | null): href is string {
  if (href === null || !URL.canParse(href)) return false
  return ['https:', 'http:'].includes(new URL(href).protocol)
}

export function hostOf(href: string): string {
  return new URL(href).hostname.replace(/^www\./, '')
}
