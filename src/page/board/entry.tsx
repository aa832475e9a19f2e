import type { Status } from '../../deadline/status.ts'
import { deadlinePath } from '../../href.ts'
import { Claims } from '../claims.tsx'
import { CountLine, countData } from '../countdown.tsx'
import { LatelyMoved } from '../lately-moved.tsx'
import type { View } from '../page.ts'
import { Eyebrow, Parties } from '../parties.tsx'
import { Recorded } from '../recorded.tsx'
import { countedOf } from '../spoken.ts'
import { DateLine, Sureness } from '../standing.tsx'
import { Strip } from '../strip.tsx'
import { wordsFor } from '../words/words.ts'

interface Props {
  view: View
  status: Status
}

/** A deadline among the others on the board. */
export function Entry({ view, status }: Props) {
  const alone = status.claims.length < 2
  return (
    <li>
      <article class="entry" {...countData(countedOf(status))}>
        <Eyebrow view={view} status={status} />
        <h3>
          <a href={deadlinePath(status.slug, '', view.asking)}>
            <Recorded>{status.title}</Recorded>
          </a>
        </h3>
        <p class="who">
          <Parties view={view} status={status} />
        </p>
        <EntryCount view={view} status={status} />
        <Strip view={view} status={status} />
        <Sureness view={view} status={status} />
        {alone && <DateLine view={view} status={status} />}
        <LatelyMoved view={view} status={status} />
        {!alone && <Claims view={view} status={status} />}
      </article>
    </li>
  )
}

function EntryCount({ view, status }: Props) {
  const { phrase } = wordsFor(view)
  if (status.phase === 'passed') return <p class="entry-count">{phrase.timeIsUp}</p>
  const counted = countedOf(status)
  if (!counted) return null
  return (
    <p class="entry-count">
      <CountLine view={view} counted={counted} />
    </p>
  )
}
