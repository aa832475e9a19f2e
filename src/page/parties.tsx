import type { Status } from '../deadline/status.ts'
import type { View } from './page.ts'
import { fill } from './words/template.ts'
import { type Words, wordsFor } from './words/words.ts'

/** Who to whom; those who talk with each other, together, or who proposed it. */
export function Parties({ view, status }: { view: View; status: Status }) {
  const { kind, issuer, addressees } = status
  const words = wordsFor(view)
  const to = listOf(words, addressees)
  if (issuer === null || kind === 'talks') {
    const text = writeParties(view, status)
    return text ? <span class="parties">{text}</span> : null
  }
  return (
    <span class="parties">
      {issuer}
      {to && (
        <>
          {' '}
          <svg class="arrow" viewBox="0 0 16 10" width="16" height="10" aria-hidden="true">
            <path d="M0 5H14M10 1L14 5L10 9" />
          </svg>
          <span class="unseen">{words.phrase.to}</span> {to}
        </>
      )}
    </span>
  )
}

/** The same as plain text, for the description of a page. */
export function writeParties(view: View, { kind, issuer, addressees }: Status): string {
  const words = wordsFor(view)
  const to = listOf(words, addressees)
  if (issuer === null) return to
  if (kind === 'talks') {
    const { proposed, proposedTo } = words.phrase
    return fill(to ? proposedTo : proposed, { issuer, to })
  }
  return to ? `${issuer} ${words.phrase.to} ${to}` : issuer
}

function listOf(words: Words, names: string[]): string {
  return new Intl.ListFormat(words.date.locale, { type: 'conjunction' }).format(names)
}

/** What it is, and where or about what: "Talks · Istanbul". */
export function Eyebrow({ view, status }: { view: View; status: Status }) {
  const words = wordsFor(view)
  const about = status.place ?? (status.topic && words.topic(status.topic))
  return (
    <p class="eyebrow">
      {words.kind[status.kind]}
      {about && ` · ${about}`}
    </p>
  )
}
