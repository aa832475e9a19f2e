import { percentOf, type Tally } from '../../deadline/record.ts'
import type { View } from '../page.ts'
import { fill } from '../words/template.ts'
import { wordsFor } from '../words/words.ts'
import { Stack, Swatch } from './stack.tsx'
import { type Part, type Whole, wholesOf, writePercent } from './wholes.ts'

interface Props {
  view: View
  tally: Tally
}

/** Everything that has ended: each whole as a bar, and as a table of the same numbers. */
export function Figures({ view, tally }: Props) {
  const wholes = wholesOf(wordsFor(view), tally).filter(({ of }) => of > 0)
  return (
    <>
      {wholes.map((whole) => (
        <WholeFigures view={view} whole={whole} />
      ))}
      <DatesMoved view={view} tally={tally} />
    </>
  )
}

function WholeFigures({ view, whole }: { view: View; whole: Whole }) {
  return (
    <section class="whole" aria-labelledby={whole.name}>
      <h2 id={whole.name} class="eyebrow">
        {wordsFor(view).phrase[whole.name]}
      </h2>
      <Stack view={view} whole={whole} />
      <table class="counts" aria-labelledby={whole.name}>
        <tbody>
          {whole.parts.map((part) => (
            <Row view={view} part={part} of={whole.of} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function DatesMoved({ view, tally }: Props) {
  const { phrase } = wordsFor(view)
  const rows = [
    { word: phrase.movedAtAll, count: tally.moved },
    { word: phrase.movedLater, count: tally.movedLater },
    { word: phrase.movedEarlier, count: tally.movedEarlier },
  ]
  return (
    <section class="whole" aria-labelledby="moved">
      <h2 id="moved" class="eyebrow">
        {phrase.datesMoved}
      </h2>
      <table class="counts" aria-labelledby="moved">
        <tbody>
          {rows.map((row) => (
            <Row view={view} part={row} of={tally.cases} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  view: View
  part: Omit<Part, 'name'> & Partial<Pick<Part, 'name'>>
  of: number
}

function Row({ view, part, of }: RowProps) {
  const words = wordsFor(view)
  const percent = percentOf(part.count, of)
  return (
    <tr class={part.count === 0 ? 'zero' : undefined}>
      <th scope="row">
        {part.name && <Swatch name={part.name} />}
        {part.word}
      </th>
      <td>{fill(words.phrase.countOf, { count: part.count, of })}</td>
      {percent !== null && <td class="share">{writePercent(words, percent)}</td>}
    </tr>
  )
}
