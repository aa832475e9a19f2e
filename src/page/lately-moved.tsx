import type { EpochSeconds } from '../deadline/instant.ts'
import { DAY_SECONDS } from '../deadline/local.ts'
import type { Move } from '../deadline/move.ts'
import type { Status } from '../deadline/status.ts'
import { Arrow } from './arrow.tsx'
import { Dated, Day, tacitStyle } from './date.tsx'
import type { View } from './page.ts'
import { Sentence } from './sentence.tsx'
import { SourceInline } from './source.tsx'
import { epochOf } from './spoken.ts'
import { wordsFor } from './words/words.ts'

const LATELY_SECONDS = 7 * DAY_SECONDS

/** The last week's moves, oldest first; none where a first date was all that was said. */
export function latelyMoved({ moves, phase }: Status, now: EpochSeconds): Move[] {
  if (phase === 'closed') return []
  const lately = moves.filter(({ at }) => epochOf(at) > now - LATELY_SECONDS)
  return lately.some(({ kind }) => kind !== 'set') ? lately : []
}

/** "Moved ~~2 September~~ ~~7–9 August~~ 8 August, says Donald Trump, 29 July" */
export function LatelyMoved({ view, status }: { view: View; status: Status }) {
  const moves = latelyMoved(status, view.now)
  const last = moves.at(-1)
  if (!last) return null
  const { phrase } = wordsFor(view)
  const style = tacitStyle(view)
  const left = moves.flatMap(({ from }) => (from === null ? [] : [from]))
  return (
    <p class="lately-moved">
      <strong class="moved-mark">
        <Arrow path={arrowOf(moves)} />
        {phrase.latelyMoved}
      </strong>{' '}
      <Sentence
        of={phrase.latelyMovedTo}
        places={{
          from: left.map((when, index) => (
            <>
              {index > 0 && ' '}
              <del>
                <Dated view={view} when={when} style={style} />
              </del>
            </>
          )),
          to: (
            <ins>
              <Dated view={view} when={last.to} style={style} />
            </ins>
          ),
          source: <SourceInline view={view} source={last.source} />,
          day: <Day view={view} at={last.at} />,
        }}
      />
    </p>
  )
}

/** Onward where it is later, back where it is earlier, else to both sides. */
function arrowOf(moves: Move[]): string {
  const [line, back, onward] = ['M2 5H14', 'M6 1L2 5L6 9', 'M10 1L14 5L10 9']
  const went = moves.findLast(({ kind }) => kind === 'slip' || kind === 'pull-in')
  if (!went) return line + back + onward
  return line + (went.kind === 'slip' ? onward : back)
}
