/** What the page reads of an OpenAPI 3.1 document, and how it finds what is referred to. */

export interface OpenApi {
  openapi: string
  info: { title: string; version: string; summary: string; description: string }
  servers: { url: string }[]
  tags: { name: string; description: string }[]
  paths: Record<string, Partial<Record<Method, Operation>>>
  components: {
    schemas: Record<string, Schema>
    responses: Record<string, Response>
    securitySchemes: Record<string, { description: string }>
  }
}

export const METHODS = ['get', 'post', 'delete'] as const
export type Method = (typeof METHODS)[number]

export interface Operation {
  operationId: string
  tags: string[]
  summary: string
  description: string
  security?: object[]
  parameters?: Parameter[]
  requestBody?: Content & { description?: string }
  responses: Record<string, Response | Reference>
}

export interface Parameter {
  name: string
  in: 'path' | 'query'
  required?: boolean
  description?: string
  schema: Schema
  examples?: Examples
}

export interface Response extends Partial<Content> {
  description: string
  headers?: Record<string, { description?: string; required?: boolean }>
}

export interface Content {
  content: Record<string, { schema: Schema; examples?: Examples }>
}

export type Examples = Record<string, { summary?: string; value?: unknown; externalValue?: string }>

export interface Reference {
  $ref: string
}

/** As much of JSON Schema as the document has need of. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  description?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  maxItems?: number
  default?: unknown
  examples?: unknown[]
}

/** An operation and where it is. */
export interface Addressed {
  method: Method
  path: string
  operation: Operation
}

export function operationsIn({ paths }: OpenApi): Addressed[] {
  return Object.entries(paths).flatMap(([path, here]) =>
    METHODS.flatMap((method) => {
      const operation = here[method]
      return operation ? [{ method, path, operation }] : []
    }),
  )
}

/** What is said of a status, wherever in the document that stands. */
export function responseOf({ components }: OpenApi, response: Response | Reference): Response {
  if (!('$ref' in response)) return response
  return components.responses[nameOf(response)]
}

/** The last part of a reference: what it refers to is called so. */
export function nameOf({ $ref = '' }: { $ref?: string }): string {
  return $ref.slice($ref.lastIndexOf('/') + 1)
}
