/** How an operation is written down here, and what OpenAPI makes of it. */
import * as z from 'zod'
import type {
  ZodOpenApiOperationObject,
  ZodOpenApiParameterObject,
  ZodOpenApiRequestBodyObject,
  ZodOpenApiResponseObject,
  ZodOpenApiResponsesObject,
} from 'zod-openapi'
import type { Parameters as Asked } from '../parameter.ts'
import recorded from './answers.generated.json' with { type: 'json' }
import { EDITORS_ONLY, type ProblemStatus, problemResponse } from './problems.ts'

export interface Operation {
  id: string
  tag: string
  method: 'get' | 'post' | 'delete'
  path: string
  /** Operations that differ in nothing but the form of their answer have the same. */
  summary: string
  description: string
  names?: z.ZodObject
  query?: Asked
  body?: { type: string; schema: z.core.$ZodType; description?: string }
  /** By status. */
  answers: Record<number, Answer>
  problems: ProblemStatus[]
  /** By name: the same one stands at each parameter, the body and the answer. */
  examples: Record<string, Example>
  isForEditors?: boolean
}

export interface Answer {
  description: string
  type: string
  schema: z.core.$ZodType
  headers?: z.ZodObject
}

/**
 * A request that is run as a test. What it is answered with is recorded in answers.generated.json by
 * `vitest run --project workerd test/api/contract -u`.
 */
export interface Example {
  summary: string
  names?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  status: number
}

export function describeOperation(operation: Operation): ZodOpenApiOperationObject {
  const { id, tag, summary, description, names, query, examples } = operation
  return {
    operationId: id,
    tags: [tag],
    ...{ summary, description },
    ...(operation.isForEditors && { security: [{ [EDITORS_ONLY]: [] }] }),
    parameters: [
      ...inPath(names, (name) => shown(examples, ({ names }) => names?.[name])),
      ...inQuery(query, (name) => shown(examples, ({ query }) => query?.[name])),
    ],
    requestBody: describeBody(operation),
    responses: describeAnswers(operation),
  }
}

function describeBody({ body, examples }: Operation): ZodOpenApiRequestBodyObject | undefined {
  if (!body) return undefined
  const { type, schema, description } = body
  const values = valuesOf(examples, (example) => example.body)
  return { required: true, description, content: { [type]: { schema, examples: values } } }
}

function describeAnswers(operation: Operation): ZodOpenApiResponsesObject {
  const statuses = Object.keys(operation.answers).map(Number)
  return Object.fromEntries([
    ...statuses.map((status) => [status, describeAnswer(operation, status)]),
    ...operation.problems.map((status) => [status, problemResponse(status)]),
  ])
}

type Values = Record<string, { summary: string; value: unknown }>

function valuesOf(examples: Operation['examples'], pick: (example: Example) => unknown): Values {
  return Object.fromEntries(
    Object.entries(examples).flatMap(([name, example]) => {
      const value = pick(example)
      return value === undefined ? [] : [[name, { summary: example.summary, value }]]
    }),
  )
}

/** As they stand at a parameter: not at all where there are none. */
function shown(...asked: Parameters<typeof valuesOf>): { examples?: Values } {
  const examples = valuesOf(...asked)
  return Object.keys(examples).length > 0 ? { examples } : {}
}

type Shown = (name: string) => ReturnType<typeof shown>

function inPath({ shape }: Pick<z.ZodObject, 'shape'> = { shape: {} }, examplesOf: Shown) {
  return Object.entries(shape).map(([name, schema]) =>
    (schema as z.ZodType).check(z.meta({ param: { name, in: 'path', ...examplesOf(name) } })),
  )
}

function inQuery(query: Asked = {}, examplesOf: Shown): ZodOpenApiParameterObject[] {
  return Object.entries(query).map(([name, { schema, isRequired }]) => ({
    ...{ in: 'query', name, schema, description: schema.description },
    ...(isRequired && { required: true }),
    ...examplesOf(name),
  }))
}

function describeAnswer(
  { id, answers, examples }: Operation,
  status: number,
): ZodOpenApiResponseObject {
  const { description, type, schema, headers } = answers[status]
  const shown = Object.entries(examples)
    .filter(([, example]) => example.status === status)
    .map(([name, { summary }]) => [name, { summary, ...recordedAnswer(id, name) }])
  return {
    ...{ description, headers },
    content: { [type]: { schema, examples: Object.fromEntries(shown) } },
  }
}

/** A picture is not written out: its address is. */
function recordedAnswer(id: string, name: string): { value: unknown } | { externalValue: string } {
  const value = (recorded as Record<string, unknown>)[`${id} ${name}`]
  const [, address] = /^see (\S+)$/.exec(String(value)) ?? []
  return address ? { externalValue: address } : { value }
}
