import type { Status, WrittenClaim } from '../deadline/status.ts'
import type { Counted } from './count.ts'
import { CountLine, countData } from './countdown.tsx'
import { briefStyle, Dated, Day } from './date.tsx'
import type { View } from './page.ts'
import { ReaderLine } from './reader-line.tsx'
import { Sentence } from './sentence.tsx'
import { Source } from './source.tsx'
import { targetSide, windowOf } from './spoken.ts'
import { wordsFor } from './words/words.ts'
import { writeZone } from './words/zone.ts'

/** What each source says, side by side: a solid rule for a date, a dotted one for none. */
export function Claims({ view, status }: { view: View; status: Status }) {
  const alone = status.claims.length === 1
  return (
    <ul class="claims">
      {datedFirst(status.claims).map((claim) => (
        <li class={claimClass(claim, status)} {...countData(countedIn(claim, status))}>
          <ClaimDate view={view} claim={claim} />
          {!alone && status.certainty === 'contested' && (
            <ClaimCount view={view} claim={claim} status={status} />
          )}
          <SaidBy view={view} claim={claim} />
          {!alone && claim.window && <ReaderLine zone={claim.zone} />}
        </li>
      ))}
    </ul>
  )
}

function datedFirst(claims: WrittenClaim[]): WrittenClaim[] {
  return claims.toSorted((a, b) => Number(a.when === null) - Number(b.when === null))
}

function claimClass(claim: WrittenClaim, { certainty }: Status): string {
  return [
    'claim',
    claim.when === null ? 'dateless' : certainty,
    ...(claim.leading ? ['leading'] : []),
  ].join(' ')
}

function ClaimDate({ view, claim: { when, zone } }: { view: View; claim: WrittenClaim }) {
  const words = wordsFor(view)
  if (when === null) return <strong class="claim-date">{words.phrase.noDate}</strong>
  return (
    <>
      <strong class="claim-date">
        <Dated view={view} when={when} zone={zone} style={briefStyle(view)} />
      </strong>
      <span class="claim-zone">{writeZone(words.zone, zone)}</span>
    </>
  )
}

/** What the count of a claim is to; null for one without a date. */
export function countedIn({ window, zone }: WrittenClaim, status: Status): Counted | null {
  return window && { ...windowOf(window), zone, to: targetSide(status) }
}

function ClaimCount({ view, claim, status }: { view: View; claim: WrittenClaim; status: Status }) {
  const counted = countedIn(claim, status)
  if (!counted || status.phase === 'closed') return null
  return (
    <span class="claim-count">
      <CountLine view={view} counted={counted} />
    </span>
  )
}

/** "Donald Trump, issuer, via CNN, 14 July" */
export function SaidBy({
  view,
  claim,
}: {
  view: View
  claim: Pick<WrittenClaim, 'source' | 'reportedAt'>
}) {
  return (
    <span class="said-by">
      <Sentence
        of={wordsFor(view).phrase.saidBy}
        places={{
          source: <Source view={view} source={claim.source} />,
          day: <Day view={view} at={claim.reportedAt} />,
        }}
      />
    </span>
  )
}
