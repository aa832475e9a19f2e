import type { Child } from 'hono/jsx'
import { Listed } from './listed.tsx'
import { nameOf, type Schema } from './openapi.ts'

/** What a value is, in words: its type, what it may be, how long. */
export function Type({ schema }: { schema: Schema }) {
  const limits = limitsOf(schema)
  return (
    <>
      <Kind schema={schema} />
      {limits && <>, {limits}</>}
      {schema.default !== undefined && (
        <>
          ; <code>{asJson(schema.default)}</code> unless it is given
        </>
      )}
    </>
  )
}

function Kind({ schema }: { schema: Schema }): Child {
  const { $ref, anyOf, items, type, format } = schema
  if ($ref) return <a href={`#${nameOf(schema)}`}>{nameOf(schema)}</a>
  if (schema.const !== undefined) return <code>{String(schema.const)}</code>
  if (schema.enum) return <OneOf values={schema.enum} />
  if (anyOf) return <Either of={anyOf} />
  if (items) {
    return (
      <>
        list of <Kind schema={items} />
      </>
    )
  }
  if (Array.isArray(type)) return <Either of={type.map((each) => ({ ...schema, type: each }))} />
  return FORMATS[format ?? ''] ?? TYPES[type ?? ''] ?? type
}

const FORMATS: Record<string, string> = { 'date-time': 'instant', uuid: 'UUID', uri: 'link' }
const TYPES: Record<string, string> = { integer: 'whole number', boolean: 'true or false' }

function OneOf({ values }: { values: unknown[] }) {
  return <Listed each={values.map((value) => <code>{String(value)}</code>)} between=", " />
}

function Either({ of }: { of: Schema[] }) {
  return (
    <Listed
      each={of.map((schema) => <Type schema={schema} />)}
      between={of.some(limitsOf) ? ', or ' : ' or '}
    />
  )
}

function limitsOf({ maxLength, minimum, maximum, maxItems, items }: Schema): string | null {
  if (maxLength !== undefined) return `at most ${grouped(maxLength)} characters`
  if (maxItems !== undefined) {
    const each = items?.maxLength ? ` of ${grouped(items.maxLength)} characters` : ''
    return `at most ${maxItems}${each}`
  }
  if (minimum === undefined || maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER) {
    return null
  }
  return `${grouped(minimum)} to ${grouped(maximum)}`
}

const grouped = (number: number): string => new Intl.NumberFormat('en').format(number)

function asJson(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
