/** What the bare Worker is told to answer, as the tracker answered once. */
export interface ToldAnswer {
  method: string
  /** That which it is asked for with, if any. */
  tag: string | null
  status: number
  headers: [string, string][]
}

/** It comes in this header of a PUT to its address, with the answer's bytes, */
export const KEPT_ANSWER = 'kept-answer'

/** and the rows to insert at a POST in one to here. A statement with its values is a list. */
export const KEPT_ROWS = '/kept-rows'
export type Batch = [sql: string, ...values: unknown[]][]

/** In what the counting Worker is asked: as one of many requests, one after the other. */
export const AGAIN = 'again'

/** In what the counting Worker answers. */
export const ROWS_READ = 'rows-read'
export const ROWS_WRITTEN = 'rows-written'
