import type { Status } from '../../deadline/status.ts'
import { archivePath, deadlinePath } from '../../href.ts'
import { Outcome } from '../outcome.tsx'
import type { View } from '../page.ts'
import { Recorded } from '../recorded.tsx'
import { wordsFor } from '../words/words.ts'

/** The closed ones, the last to end first. */
export function Ended({ view, statuses }: { view: View; statuses: Status[] }) {
  const closed = statuses.filter(({ phase }) => phase === 'closed').toSorted(latestFirst)
  if (closed.length === 0) return null
  return (
    <section class="ended" aria-labelledby="ended">
      <h2 id="ended" class="eyebrow">
        {wordsFor(view).phrase.ended}
      </h2>
      <ul class="lines">
        {closed.map((status) => (
          <li>
            <a class="title-link" href={deadlinePath(status.slug, '', view.asking)}>
              <Recorded>{status.title}</Recorded>
            </a>
            <Outcome view={view} status={status} />
          </li>
        ))}
      </ul>
      <p class="onward">
        <a class="form-link" href={archivePath(view.asking)}>
          {wordsFor(view).phrase.toArchive}
        </a>
      </p>
    </section>
  )
}

function latestFirst(a: Status, b: Status): number {
  return endOf(a) < endOf(b) ? 1 : -1
}

function endOf({ outcome }: Status): string {
  return outcome?.at ?? outcome?.reportedAt ?? ''
}
