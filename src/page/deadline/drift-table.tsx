import type { Window } from '../../deadline/window.ts'
import { Dated, Instant, writeInstant } from '../date.tsx'
import type { View } from '../page.ts'
import { Source } from '../source.tsx'
import { epochOf } from '../spoken.ts'
import { fill } from '../words/template.ts'
import { wordsFor } from '../words/words.ts'
import type { Line, Word } from './drift.ts'
import { writeChange } from './drift-words.ts'

/** The drift chart in words: all that it draws, oldest first. */
export function DriftTable({ view, lines }: { view: View; lines: Line[] }) {
  const { phrase } = wordsFor(view)
  const words = lines.flatMap((line) => line.words).sort((a, b) => a.from - b.from)
  return (
    <details class="drift-table">
      <summary>{phrase.asTable}</summary>
      <section class="drift-scroll" tabindex={0} aria-label={phrase.asTable}>
        <table class="drift-rows">
          <thead>
            <tr>
              <th scope="col">{phrase.columnSaid}</th>
              <th scope="col">{phrase.columnWho}</th>
              <th scope="col">{phrase.columnDate}</th>
              <th scope="col">{phrase.columnWindow}</th>
              <th scope="col">{phrase.columnChange}</th>
            </tr>
          </thead>
          <tbody>
            {words.map((word) => (
              <Row view={view} word={word} />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}

function Row({ view, word }: { view: View; word: Word }) {
  const { report, when } = word
  return (
    <tr>
      <td>
        <Instant view={view} at={epochOf(report.reportedAt)} />
      </td>
      <td>
        <Source view={view} source={report.source} />
      </td>
      <td>
        <Dated view={view} when={when?.text ?? null} zone={when?.zone ?? null} />
      </td>
      <td>{when && writeWindow(view, when.window)}</td>
      <td>{writeChange(view, word)}</td>
    </tr>
  )
}

function writeWindow(view: View, { opens, closes }: Window): string {
  const { phrase } = wordsFor(view)
  const [from, until] = [opens, closes].map((end) =>
    end === null ? null : writeInstant(view, end).replace(/ UTC$/, ''),
  )
  if (from === null) return until === null ? '' : fill(phrase.notAfter, { until })
  if (until === null) return fill(phrase.notBefore, { from })
  return from === until ? from : fill(phrase.fromUntil, { from, until })
}
