import type { View } from '../page.ts'
import { wordsFor } from '../words/words.ts'

/** What each word of the figures means, beside them. */
export function Meanings({ view }: { view: View }) {
  const { phrase, result } = wordsFor(view)
  const meanings = [
    [phrase.case, phrase.caseMeans],
    [result.met, phrase.metMeans],
    [result['partly-met'], phrase.partlyMetMeans],
    [result.unmet, phrase.unmetMeans],
    [result.withdrawn, phrase.withdrawnMeans],
    [result.disputed, phrase.disputedMeans],
    [phrase.followed, phrase.followedMeans],
    [result.held, phrase.heldMeans],
    [result.cancelled, phrase.cancelledMeans],
    [phrase.movedAtAll, phrase.movedMeans],
    [phrase.stillOpen, phrase.openMeans],
  ]
  return (
    <section class="meanings" aria-labelledby="meanings">
      <h2 id="meanings" class="eyebrow">
        {phrase.meanings}
      </h2>
      <dl>
        {meanings.map(([word, meaning]) => (
          <div>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
