import type { Status } from '../deadline/status.ts'
import { topicPath } from '../href.ts'
import { Arrow } from './arrow.tsx'
import type { View } from './page.ts'
import { Recorded } from './recorded.tsx'
import { Sentence } from './sentence.tsx'
import { listFormat } from './words/list.ts'
import { nameTopic } from './words/sentence.ts'
import { fill } from './words/template.ts'
import { type Words, wordsFor } from './words/words.ts'

/** Who to whom; those who talk with each other, together, or who proposed it. */
export function Parties({ view, status }: { view: View; status: Status }) {
  const { kind, issuer, addressees } = status
  const words = wordsFor(view)
  const to = <NamesOf words={words} names={addressees} />
  if (issuer === null) {
    return addressees.length > 0 ? <span class="parties">{to}</span> : null
  }
  if (kind === 'talks') {
    const { proposed, proposedTo } = words.phrase
    const places = { issuer: <Recorded>{issuer}</Recorded>, to }
    return (
      <span class="parties">
        <Sentence of={addressees.length > 0 ? proposedTo : proposed} places={places} />
      </span>
    )
  }
  return (
    <span class="parties">
      <Recorded>{issuer}</Recorded>
      {addressees.length > 0 && (
        <>
          {' '}
          <Arrow />
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
  return to ? fill(words.phrase.toWhom, { issuer, to }) : issuer
}

/** The list's own words stand between the names, each on its own. */
function NamesOf({ words, names }: { words: Words; names: string[] }) {
  const parts = listFormat(words.date.locale, 'conjunction').formatToParts(names)
  return (
    <>
      {parts.map(({ type, value }) => (type === 'element' ? <Recorded>{value}</Recorded> : value))}
    </>
  )
}

function listOf(words: Words, names: string[]): string {
  return listFormat(words.date.locale, 'conjunction').format(names)
}

interface EyebrowProps {
  view: View
  status: Status
  /** Whether a topic leads to its page: not from a card in another site's page. */
  linksTopic?: boolean
}

/** What it is, and where or about what: "Talks · Istanbul". */
export function Eyebrow({ view, status, linksTopic = false }: EyebrowProps) {
  const words = wordsFor(view)
  const { place, topic } = status
  const name = topic && nameTopic(words, topic)
  const link = linksTopic && topic && <a href={topicPath(topic, '', view.asking)}>{name}</a>
  const about = place === null ? link || name : <Recorded>{place}</Recorded>
  return (
    <p class="eyebrow">
      {words.kind[status.kind]}
      {about && ' · '}
      {about}
    </p>
  )
}
