import { Fields, fieldsOf } from './fields.tsx'
import { nameOf, type OpenApi, operationsIn, type Schema } from './openapi.ts'

/** What answers are made of, by name. */
export function Shapes({ document }: { document: OpenApi }) {
  return (
    <section class="chapter" aria-labelledby="shapes">
      <h2 id="shapes">Shapes</h2>
      <p class="who">What answers are made of.</p>
      <div class="shapes">
        {shapesIn(document).map(([name, schema]) => (
          <div class="shape" id={name}>
            <h3>{name}</h3>
            {schema.description && <p>{schema.description}</p>}
            <Fields caption={name} isCaptionTold fields={fieldsOf(schema)} areSent={false} />
          </div>
        ))}
      </div>
    </section>
  )
}

/** A body that is sent stands with its operation. */
function shapesIn(document: OpenApi): [string, Schema][] {
  const sent = operationsIn(document).flatMap(({ operation }) =>
    Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => nameOf(schema)),
  )
  return Object.entries(document.components.schemas)
    .filter(([name]) => !sent.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
