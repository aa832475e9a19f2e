import type { Schema } from './openapi.ts'
import { Type } from './type.tsx'

export interface Field {
  name: string
  schema: Schema
  description: string | null
  isRequired: boolean
}

interface Props {
  caption: string
  /** Whether that is said by what stands above it. */
  isCaptionTold?: boolean
  fields: Field[]
  /** Whether they are sent, and may be left out. */
  areSent: boolean
}

/** Fields or parameters, each with what it is and what it may be. */
export function Fields({ caption, isCaptionTold = false, fields, areSent }: Props) {
  if (fields.length === 0) return null
  return (
    <table class="fields">
      <caption class={isCaptionTold ? 'unseen' : 'eyebrow'}>{caption}</caption>
      <tbody>
        {fields.map((field) => (
          <tr>
            <th scope="row">
              <code>{field.name}</code>
              {areSent && field.isRequired && <span class="required">required</span>}
            </th>
            <td>
              {field.description && <p>{field.description}</p>}
              <p class="type">
                <Type schema={field.schema} />
                <Such as={field.schema} />
              </p>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Such({ as: schema }: { as: Schema }) {
  const [first] = schema.examples ?? schema.anyOf?.find(({ examples }) => examples)?.examples ?? []
  if (first === undefined) return null
  return (
    <>
      , such as <code>{String(first)}</code>
    </>
  )
}

/** The fields of an object, those of an object within it after it by their whole name. */
export function fieldsOf({ properties = {}, required = [] }: Schema, within = ''): Field[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const name = within + key
    const inner = innerOf(schema)
    const field = {
      ...{ name, description: schema.description ?? null, isRequired: required.includes(key) },
      schema: inner ? { type: nullable(schema) ? ['object', 'null'] : 'object' } : schema,
    }
    return [field, ...(inner ? fieldsOf(inner, `${name}.`) : [])]
  })
}

/** An object that has no name of its own, alone or beside null; not one of several forms. */
function innerOf(schema: Schema): Schema | null {
  const forms = schema.anyOf?.filter(({ type }) => type !== 'null') ?? [schema]
  return forms.length === 1 && forms[0].properties ? forms[0] : null
}

function nullable({ anyOf = [] }: Schema): boolean {
  return anyOf.some(({ type }) => type === 'null')
}
