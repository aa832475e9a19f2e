import type { Status } from '../../deadline/status.ts'
import { deadlinePath } from '../../href.ts'
import { Dated, Day, tacitStyle } from '../date.tsx'
import { Moved } from '../moved.tsx'
import { writeOutcome } from '../outcome.tsx'
import type { View } from '../page.ts'
import { Recorded } from '../recorded.tsx'
import { Sentence } from '../sentence.tsx'
import { SourceInline } from '../source.tsx'
import { wordsFor } from '../words/words.ts'
import { type Change, changesOf } from './changes.ts'

const MOST = 8

export function WhatChanged({ view, statuses }: { view: View; statuses: Status[] }) {
  const { phrase } = wordsFor(view)
  const changes = changesOf(statuses, view.now, MOST)
  if (changes.length === 0) return null
  return (
    <section class="changed" aria-labelledby="changed">
      <h2 id="changed" class="eyebrow">
        {phrase.changed}
      </h2>
      <ol class="lines">
        {changes.map((change, index) => (
          <li>
            <span class="line-day">
              <Day view={view} at={change.at} month="short" />
            </span>
            <span data-news={index === 0 || undefined}>
              <Sentence
                of={phrase.change}
                places={{
                  title: (
                    <a class="title-link" href={deadlinePath(change.status.slug, '', view.asking)}>
                      <Recorded>{change.status.title}</Recorded>
                    </a>
                  ),
                  what: <What view={view} change={change} />,
                }}
              />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function What({ view, change }: { view: View; change: Change }) {
  const { phrase } = wordsFor(view)
  if (change.what === 'move') return <Moved view={view} move={change.move} />
  if (change.what === 'outcome') {
    const { outcome } = change.status
    const written = outcome && <b>{writeOutcome(view, outcome)}</b>
    return <Sentence of={phrase.endedAs} places={{ outcome: written }} />
  }
  return (
    <Sentence
      of={change.when === null ? phrase.claimUndated : phrase.claimDated}
      places={{
        source: <SourceInline view={view} source={change.source} />,
        to: <Dated view={view} when={change.when} style={tacitStyle(view)} />,
      }}
    />
  )
}
