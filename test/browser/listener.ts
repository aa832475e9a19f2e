/**
 * Somebody who listens to `/live` as an EventSource does (HTML, section 9.2.2): whenever it is cut off,
 * it comes back by its last id; but from an answer that is no stream it does not.
 */
import { Agent, type ClientRequest, get } from 'node:http'
import { createParser } from 'eventsource-parser'

/** Many at a time, each on a connection of its own. */
const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })

export class Listener {
  /** What it was told: the places, and what each was about. */
  readonly told: { seq: number; id: string }[] = []
  isOpen = false
  /** The status by which it was sent away for good. */
  refusedBy: number | null = null
  readonly url: string
  #lastId: string | null = null
  #retryMs = 500
  #request: ClientRequest | null = null
  #timer: NodeJS.Timeout | undefined
  #isDone = false

  constructor(url: string) {
    this.url = url
    this.#connect()
  }

  /** As a laptop that is closed: the connection goes, and some time later it is opened again. */
  breakOff(forMs: number): void {
    this.#leave()
    this.#timer = setTimeout(() => this.#connect(), forMs)
  }

  close(): void {
    this.#isDone = true
    this.#leave()
  }

  #leave(): void {
    clearTimeout(this.#timer)
    this.isOpen = false
    this.#request?.removeAllListeners('close').destroy()
  }

  #connect(): void {
    const headers = this.#lastId === null ? {} : { 'last-event-id': this.#lastId }
    const request = get(this.url, { agent, headers })
    this.#request = request
    request.on('error', () => {})
    request.on('close', () => this.#comeBack())
    request.on('response', (response) => {
      const type = response.headers['content-type']
      if (response.statusCode !== 200 || type !== 'text/event-stream') {
        this.refusedBy = response.statusCode ?? null
        return this.close()
      }
      const parser = createParser({
        onId: (id) => {
          this.#lastId = id
          this.isOpen = true
        },
        onRetry: (milliseconds) => {
          this.#retryMs = milliseconds
        },
        onEvent: ({ id, data }) => {
          this.told.push({ seq: Number(id), id: JSON.parse(data).data.id })
        },
      })
      response.on('error', () => {})
      response.setEncoding('utf8').on('data', (chunk) => parser.feed(chunk))
    })
  }

  #comeBack(): void {
    this.isOpen = false
    if (this.#isDone) return
    this.#timer = setTimeout(() => this.#connect(), this.#retryMs)
  }
}
