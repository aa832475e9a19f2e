/** Somebody who listens at /live, and takes it up again whenever it breaks off. */
import { setTimeout as pause } from 'node:timers/promises'
import { createParser, type EventSourceMessage } from 'eventsource-parser'

/** Before the connection is tried again. */
const RETRY_MS = 100

export interface Listener {
  /** Whether it is connected now. */
  isOpen: boolean
  stop(): void
}

/** Listens at an address, and goes on after the last id that it was given. */
export function listenAt(address: string, hear: (message: EventSourceMessage) => void): Listener {
  const abort = new AbortController()
  const listener = { isOpen: false, stop: () => abort.abort() }
  let lastId: string | null = null
  const parser = createParser({
    onEvent: (message) => {
      if (message.id !== undefined) lastId = message.id
      if (message.data) hear(message)
    },
  })
  const listen = async () => {
    const headers: Record<string, string> = lastId === null ? {} : { 'last-event-id': lastId }
    const answer = await fetch(address, { headers, signal: abort.signal })
    if (!answer.ok || !answer.body) throw new Error(await answer.text())
    listener.isOpen = true
    const decoder = new TextDecoder()
    for await (const bytes of answer.body) parser.feed(decoder.decode(bytes, { stream: true }))
  }
  const listenOn = async () => {
    while (!abort.signal.aborted) {
      await listen().catch(() => {})
      listener.isOpen = false
      parser.reset()
      await pause(RETRY_MS)
    }
  }
  listenOn()
  return listener
}
