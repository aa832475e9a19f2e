/** Somebody who listens to `/live` in the test's own runtime, and a ledger that grows meanwhile. */

import { env } from 'cloudflare:test'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { formatInstant } from '../../../src/deadline/instant.ts'
import { reportInputSchema } from '../../../src/deadline/report-schema.ts'
import { timekeeperOf } from '../../../src/env.ts'
import { enter } from '../../../src/ledger/enter.ts'
import { reportLine } from '../../../src/ledger/line.ts'
import { ask } from '../../api/tracker.ts'
import { RECORDING } from '../../ledger/database.ts'

export interface Heard extends EventSourceMessage {
  id: string
}

export class Ear {
  readonly heard: Heard[] = []
  readonly comments: string[] = []
  /** As the client would send it when it comes back. */
  lastId: string | null = null
  retryMs: number | null = null
  /** Whether the stream was broken off from the other side. */
  isCutOff = false
  readonly response: Response
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>

  constructor(response: Response) {
    this.response = response
    if (!response.body) throw new Error('nothing to listen to')
    this.#reader = response.body.getReader()
    this.#listen()
  }

  static async open(path: string, headers: Record<string, string> = {}): Promise<Ear> {
    return new Ear(await ask(path, { headers }))
  }

  /** The ids of the reports, or of the milestones, in the order in which they were heard of. */
  get ids(): string[] {
    return this.heard.map(({ data }) => JSON.parse(data).data.id)
  }

  async close(): Promise<void> {
    await this.#reader.cancel()
  }

  async #listen(): Promise<void> {
    const parser = createParser({
      onEvent: (event) => this.heard.push(event as Heard),
      onId: (id) => {
        this.lastId = id
      },
      onRetry: (milliseconds) => {
        this.retryMs = milliseconds
      },
      onComment: (comment) => this.comments.push(comment),
    })
    const decoder = new TextDecoder()
    try {
      for (;;) {
        const { done, value } = await this.#reader.read()
        if (done) return
        parser.feed(decoder.decode(value, { stream: true }))
      }
    } catch {
      this.isCutOff = true
    }
  }
}

/** Somebody says something of a deadline, and the timekeeper is told; gives the report's id. */
export async function say(slug: string, more: object = {}): Promise<string> {
  const id = await record(slug, more)
  await timekeeperOf(env).wake()
  return id
}

/** The same, and nobody is told yet. */
export async function record(slug: string, more: object = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const reportedAt = formatInstant(now)
  const source = { name: 'The host', standing: 'issuer' }
  const id = crypto.randomUUID()
  const input = { id, says: 'date', when: '2031-01-01', zone: 'UTC', source, reportedAt, ...more }
  const line = await reportLine(slug, reportInputSchema.parse(input), {
    ...{ ...RECORDING, recordedAt: reportedAt },
  })
  const entered = await enter(env.DB, [line], now)
  if (!entered.ok) throw new Error(JSON.stringify(entered.misfits))
  return id
}

/** The place of an event; null where it is none. */
export function placeOf(id: string): Promise<number | null> {
  return env.DB.prepare('SELECT seq FROM events WHERE id = ?1').bind(id).first<number>('seq')
}
