import type { EventKind } from '../../deadline/event.ts'
import type { EpochSeconds } from '../../deadline/instant.ts'
import { deadlinePath, deskPath } from '../../href.ts'
import { Instant } from '../date.tsx'
import type { View } from '../page.ts'
import { en } from '../words/en.ts'
import { DeskFrame } from './desk-frame.tsx'
import { Hidden } from './fields.tsx'

/** A delivery that was given up. Of its address the host alone is shown: the rest may be a secret. */
export interface DeadLetter {
  subscription: string
  host: string
  isOff: boolean
  deadline: string
  events: EventKind[]
  recordedAt: EpochSeconds
  attempts: number
  failure: string | null
}

interface Props {
  view: View
  editor: string
  letters: DeadLetter[]
  /** Of all of them, which may be more than are listed; */
  dead: number
  /** and of those that are still tried. */
  waiting: number
  /** How many were just sent again; null where that was not asked for. */
  replayed: number | null
}

/** What has not arrived, and giving it another chance. */
export function Deliveries({ view, editor, letters, dead, waiting, replayed }: Props) {
  const hosts = Map.groupBy(letters, ({ subscription }) => subscription)
  return (
    <DeskFrame view={view} title="Deliveries" editor={editor}>
      <section class="sheet">
        {replayed !== null && (
          <p class="recorded" role="status">
            {replayed === 0
              ? 'There was nothing to send again: what is switched off gets nothing.'
              : `${countOf(replayed)} sent again.`}
          </p>
        )}
        <h1>Deliveries</h1>
        <p class="who">
          {dead === 0
            ? 'Nothing was given up.'
            : `${countOf(dead)} given up, after ten attempts or because the address was switched off.`}{' '}
          {waiting > 0 && `${waiting} ${waiting === 1 ? 'is' : 'are'} still tried.`}
        </p>
        {dead > 0 && <Replay subscription={null} name="Send all of them again" />}
      </section>
      {[...hosts.values()].map((own) => (
        <Host view={view} letters={own} />
      ))}
      {letters.length < dead && (
        <p class="hint">
          These are the newest {letters.length} of {dead}.
        </p>
      )}
    </DeskFrame>
  )
}

const countOf = (number: number): string =>
  number === 1 ? 'One delivery was' : `${number} deliveries were`

/** All of one subscription. */
function Host({ view, letters }: { view: View; letters: DeadLetter[] }) {
  const [{ subscription, host, isOff }] = letters
  return (
    <section class="sheet" aria-labelledby={`s-${subscription}`}>
      <h2 id={`s-${subscription}`}>{host}</h2>
      {isOff ? (
        <p class="hint">Switched off: its owner switches it on again at its page.</p>
      ) : (
        <Replay subscription={subscription} name={`Send again to ${host}`} />
      )}
      <ul class="lines">
        {letters.map((letter) => (
          <Letter view={view} letter={letter} />
        ))}
      </ul>
    </section>
  )
}

function Letter({ view, letter }: { view: View; letter: DeadLetter }) {
  const { deadline, events, recordedAt, attempts, failure } = letter
  const names = events.map((event) => en.webhook.event[event])
  return (
    <li>
      <a class="title-link" href={deadlinePath(deadline)}>
        {deadline}
      </a>
      : {names.join('; ')}
      <br />
      <span class="said-by">
        <Instant view={view} at={recordedAt} />,{' '}
        {attempts === 1 ? '1 attempt' : `${attempts} attempts`}
        {failure && `: ${failure}`}
      </span>
    </li>
  )
}

function Replay({ subscription, name }: { subscription: string | null; name: string }) {
  return (
    <form method="post" action={deskPath('deliveries')}>
      <Hidden values={{ subscription: subscription ?? '' }} />
      <p class="buttons">
        <button type="submit" class={subscription === null ? undefined : 'plain'}>
          {name}
        </button>
      </p>
    </form>
  )
}
