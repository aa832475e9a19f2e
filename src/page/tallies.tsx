import type { Child } from 'hono/jsx'
import type { View } from './page.ts'
import { wordsFor } from './words/words.ts'

interface Props {
  view: View
  /** Null where the page tells nothing of them. */
  ended: number | null
  open: number | null
  /** Where the open ones are listed. */
  openAt: string
}

/** How many have ended, and how many are past their time without an outcome. */
export function Tallies({ view, ended, open, openAt }: Props) {
  const { phrase } = wordsFor(view)
  return (
    <p class="hero-count figures">
      {ended !== null && <Figure value={ended}>{phrase.hasEnded}</Figure>}
      {open !== null && open > 0 && (
        <Figure value={open}>
          <a href={openAt}>{phrase.isOpen}</a>
        </Figure>
      )}
    </p>
  )
}

function Figure({ value, children }: { value: number; children: Child }) {
  return (
    <>
      <span class="figure number">
        <span class="value">{value}</span> <span class="unit">{children}</span>
      </span>{' '}
    </>
  )
}
