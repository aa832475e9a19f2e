import type { Group, Tally } from '../../deadline/record.ts'
import type { View } from '../page.ts'
import { fill } from '../words/template.ts'
import { wordsFor } from '../words/words.ts'
import { SmallStack, Swatch } from './stack.tsx'
import { type Whole, wholesOf, writeShare } from './wholes.ts'

interface Props {
  view: View
  id: string
  heading: string
  /** What the groups are. */
  column: string
  nameless: string
  groups: Group[]
  nameOf?: (name: string) => string
}

/** The record of each issuer, or of each topic. */
export function Groups({ view, id, heading, column, nameless, groups, nameOf = same }: Props) {
  const { phrase } = wordsFor(view)
  const columns = [column, phrase.demands, phrase.followed, phrase.talks, phrase.movedAtAll]
  return (
    <section class="record-groups" aria-labelledby={id}>
      <h2 id={id} class="eyebrow">
        {heading}
      </h2>
      <table aria-labelledby={id}>
        <thead>
          <tr>
            {[...columns, phrase.stillOpen].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ name, tally }) => (
            <GroupRow view={view} name={name === null ? nameless : nameOf(name)} tally={tally} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function same(name: string): string {
  return name
}

function GroupRow({ view, name, tally }: { view: View; name: string; tally: Tally }) {
  const words = wordsFor(view)
  const { phrase } = words
  return (
    <tr>
      <th scope="row">
        <span class="group-name">{name}</span>
        <span class="group-cases">{fill(phrase.casesEnded, { cases: tally.cases })}</span>
      </th>
      {wholesOf(words, tally).map((whole) => (
        <td class={whole.of === 0 ? 'empty' : undefined}>
          <CellName name={phrase[whole.name]} />
          <WholeCell view={view} whole={whole} />
        </td>
      ))}
      <td class={tally.cases === 0 ? 'empty' : undefined}>
        <CellName name={phrase.movedAtAll} />
        {tally.cases === 0 ? <None view={view} /> : writeShare(words, tally.moved, tally.cases)}
      </td>
      <td class={tally.open === 0 ? 'zero' : undefined}>
        <CellName name={phrase.stillOpen} />
        {tally.open}
      </td>
    </tr>
  )
}

/** On a phone each cell is a line of its own, under its column's name. */
function CellName({ name }: { name: string }) {
  return (
    <span class="cell-name" aria-hidden="true">
      {name}{' '}
    </span>
  )
}

function WholeCell({ view, whole }: { view: View; whole: Whole }) {
  const words = wordsFor(view)
  if (whole.of === 0) return <None view={view} />
  return (
    <>
      <SmallStack view={view} whole={whole} />
      <ul class="cell-parts">
        {whole.parts
          .filter(({ count }) => count > 0)
          .map(({ name, word, count }) => (
            <li class="cell-part">
              <Swatch name={name} />
              {word} {writeShare(words, count, whole.of)}
            </li>
          ))}
      </ul>
    </>
  )
}

function None({ view }: { view: View }) {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="unseen">{wordsFor(view).phrase.none}</span>
    </>
  )
}
