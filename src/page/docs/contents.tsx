import { type Addressed, type OpenApi, operationsIn } from './openapi.ts'

/** What there is of a noun: operations that differ in nothing but the form of their answer together. */
export interface Chapter {
  id: string
  name: string
  description: string
  entries: Addressed[][]
}

export function chaptersOf(document: OpenApi): Chapter[] {
  const all = operationsIn(document)
  return document.tags.map(({ name, description }) => {
    const own = all.filter(({ operation }) => operation.tags.includes(name))
    const alike = Map.groupBy(own, ({ operation }) => operation.summary)
    return {
      ...{ id: name.toLowerCase().replaceAll(' ', '-'), name, description },
      entries: [...alike.values()],
    }
  })
}

interface Props {
  chapters: Chapter[]
  basics: { id: string; name: string }[]
}

/** The way to every part of the page. */
export function Contents({ chapters, basics }: Props) {
  return (
    <nav class="contents" aria-label="Contents">
      <Part id="basics" name="Basics" entries={basics} />
      {chapters.map(({ id, name, entries }) => (
        <Part
          id={id}
          name={name}
          entries={entries.map(([{ operation }]) => ({
            ...{ id: operation.operationId, name: operation.summary },
          }))}
        />
      ))}
    </nav>
  )
}

function Part({ id, name, entries }: { id: string; name: string; entries: Props['basics'] }) {
  return (
    <div class="part">
      <p class="part-name">
        <a href={`#${id}`}>{name}</a>
      </p>
      <ul>
        {entries.map((entry) => (
          <li>
            <a class="form-link" href={`#${entry.id}`}>
              {entry.name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
