import type { Status } from '../../deadline/status.ts'
import { deadlinePath } from '../../href.ts'
import { Certainty } from '../certainty.tsx'
import { CountLine } from '../countdown.tsx'
import { Dated } from '../date.tsx'
import { Outcome } from '../outcome.tsx'
import type { View } from '../page.ts'
import { countedOf } from '../spoken.ts'

/** Where a deadline stands, in a line. */
export function StatusLine({ view, status }: { view: View; status: Status }) {
  const counted = countedOf(status)
  return (
    <p class="status-line">
      <Certainty view={view} certainty={status.certainty} />{' '}
      {status.outcome ? (
        <Outcome view={view} status={status} />
      ) : (
        <>
          {status.when && <Dated view={view} when={status.when} zone={status.zone} />}{' '}
          {counted && <CountLine view={view} counted={counted} />}
        </>
      )}{' '}
      <a href={deadlinePath(status.slug)}>As readers see it</a>
    </p>
  )
}
