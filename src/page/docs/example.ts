/**
 * A document's examples as requests and what comes back. An example has one name: at each parameter
 * that it gives, at the body, and at its answer.
 */
import type { Addressed, Content, Examples, Operation, Reference, Response } from './openapi.ts'

export interface Example {
  name: string
  summary: string
  method: string
  /** From the site on: the path and the query. */
  address: string
  headers: Record<string, string>
  body: string | null
  status: number
  /** The media type of the answer; */
  type: string
  /** what it says, or where that can be seen. */
  answer: { value: unknown } | { see: string }
}

export function examplesOf({ method, path, operation }: Addressed): Example[] {
  return namesIn(operation).flatMap((name) => {
    const told = answerTo(operation, name)
    if (!told) return []
    const { value, externalValue: see, summary = name } = told.example
    return {
      ...{ name, summary, method: method.toUpperCase() },
      address: addressOf(path, operation, name),
      ...sentIn(operation, name),
      ...{ status: told.status, type: told.type },
      answer: see === undefined ? { value } : { see },
    }
  })
}

/** In the order in which they are to be sent: that of what is sent, as answers go by their status. */
function namesIn({ parameters = [], requestBody, responses }: Operation): string[] {
  const sent = [...Object.values(requestBody?.content ?? {}), ...parameters]
  const answers = Object.values(responses).flatMap((each) => Object.values(contentOf(each)))
  return [...new Set([...sent, ...answers].flatMap(({ examples = {} }) => Object.keys(examples)))]
}

function contentOf(response: Response | Reference): Content['content'] {
  return ('content' in response && response.content) || {}
}

function answerTo({ responses }: Operation, name: string) {
  for (const [status, response] of Object.entries(responses)) {
    for (const [type, { examples = {} }] of Object.entries(contentOf(response))) {
      if (examples[name]) return { status: Number(status), type, example: examples[name] }
    }
  }
  return null
}

function addressOf(path: string, { parameters = [] }: Operation, name: string): string {
  const given = parameters.flatMap((parameter) => {
    const value = valueIn(parameter.examples, name)
    return value === undefined ? [] : [{ ...parameter, value: String(value) }]
  })
  const filled = given
    .filter((each) => each.in === 'path')
    .reduce((text, each) => text.replace(`{${each.name}}`, encodeURIComponent(each.value)), path)
  const query = new URLSearchParams(
    given.filter((each) => each.in === 'query').map((each) => [each.name, each.value]),
  )
  return query.size === 0 ? filled : `${filled}?${String(query).replaceAll('%3A', ':')}`
}

function sentIn({ requestBody, security }: Operation, name: string) {
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? []
  const value = valueIn(media?.examples, name)
  return {
    headers: {
      ...(security && { Authorization: 'Bearer $TOKEN' }),
      ...(type && { 'Content-Type': type }),
    },
    body: value === undefined ? null : written(value, type),
  }
}

/** A value as it is sent. */
function written(value: unknown, type: string | undefined): string {
  if (typeof value === 'string') return value
  if (type !== FORM) return JSON.stringify(value)
  return new URLSearchParams(value as Record<string, string>).toString()
}

const FORM = 'application/x-www-form-urlencoded'

function valueIn(examples: Examples | undefined, name: string): unknown {
  return examples?.[name]?.value
}
