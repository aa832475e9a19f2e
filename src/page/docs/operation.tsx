import { Answers } from './answers.tsx'
import { examplesOf } from './example.ts'
import { type Field, Fields, fieldsOf } from './fields.tsx'
import { type Addressed, nameOf, type OpenApi, type Operation, type Schema } from './openapi.ts'
import { Sample } from './sample.tsx'

interface Props {
  document: OpenApi
  /** Operations that differ in nothing but the form of their answer: one for the reader. */
  alike: Addressed[]
}

export function OperationEntry({ document, alike }: Props) {
  const [{ operation }] = alike
  const site = document.servers[0].url
  const [shown, ...others] = alike.flatMap((each) => examplesOf(each))
  return (
    <article class="operation" id={operation.operationId}>
      <div class="operation-words">
        <h3>{operation.summary}</h3>
        <Addresses alike={alike} />
        {alike.length === 1 && <p>{operation.description}</p>}
        {operation.security && (
          <p class="who">
            For editors: <a href="#signing">with a token</a>.
          </p>
        )}
        <Fields caption="Parameters" fields={parametersOf(alike)} areSent />
        <Body document={document} operation={operation} />
        <Answers document={document} alike={alike} />
      </div>
      <div class="samples">
        <p class="eyebrow">{shown.summary}</p>
        <Sample site={site} example={shown} />
        {others.map((example) => (
          <details>
            <summary>
              {alike.length > 1 ? <code>{example.address.split('?')[0]}</code> : example.summary}
            </summary>
            <Sample site={site} example={example} />
          </details>
        ))}
      </div>
    </article>
  )
}

function Addresses({ alike }: { alike: Addressed[] }) {
  return (
    <ul class="addresses">
      {alike.map(({ method, path, operation }) => (
        <li>
          <code>
            <b>{method.toUpperCase()}</b> {path}
          </code>
          {alike.length > 1 && <span class="type">{operation.description.split('.')[0]}</span>}
        </li>
      ))}
    </ul>
  )
}

/** All that any of them takes, each once; what is a part of the address first. */
function parametersOf(alike: Addressed[]): Field[] {
  const all = alike.flatMap(({ operation }) => operation.parameters ?? [])
  const byName = new Map(all.map((parameter) => [parameter.name, parameter]))
  return [...byName.values()]
    .sort((a, b) => Number(b.in === 'path') - Number(a.in === 'path'))
    .map(({ name, in: place, schema, description = null, required = false }) => ({
      name: place === 'path' ? `{${name}}` : name,
      ...{ schema, description, isRequired: required && place !== 'path' },
    }))
}

interface BodyProps {
  document: OpenApi
  operation: Operation
}

function Body({ document, operation: { requestBody } }: BodyProps) {
  if (!requestBody) return null
  const [[type, { schema }]] = Object.entries(requestBody.content)
  return (
    <>
      {requestBody.description && <p>{requestBody.description}</p>}
      <Fields caption={`Body, as ${type}`} fields={fieldsOf(schemaOf(document, schema))} areSent />
    </>
  )
}

function schemaOf({ components }: OpenApi, schema: Schema): Schema {
  return schema.$ref ? components.schemas[nameOf(schema)] : schema
}
