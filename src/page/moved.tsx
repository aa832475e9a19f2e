import type { Move } from '../deadline/move.ts'
import { Dated, tacitStyle } from './date.tsx'
import type { View } from './page.ts'
import { Sentence } from './sentence.tsx'
import { SourceInline } from './source.tsx'
import { wordsFor } from './words/words.ts'

/** "brought forward, ~~2 September~~ 7–9 August, says Donald Trump" */
export function Moved({ view, move }: { view: View; move: Move }) {
  const style = tacitStyle(view)
  return (
    <Sentence
      of={wordsFor(view).move[move.kind]}
      places={{
        from: (
          <del>
            <Dated view={view} when={move.from} style={style} />
          </del>
        ),
        to: (
          <ins>
            <Dated view={view} when={move.to} style={style} />
          </ins>
        ),
        source: <SourceInline view={view} source={move.source} />,
      }}
    />
  )
}
