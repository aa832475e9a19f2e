import type { Child } from 'hono/jsx'

/** Text from the ledger: in a language and a direction of its own, whatever the page's are. */
export function Recorded({ children }: { children: Child }) {
  return <bdi>{children}</bdi>
}

/** The same where there is no markup: Unicode's first-strong isolate. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
