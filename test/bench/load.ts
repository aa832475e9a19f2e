/** The load, in a process of its own: connections that are kept, each asking again once it is answered. */
import { connect } from 'node:net'
import { AnswerReader } from './answer-reader.ts'

export interface Load {
  port: number
  /** As they go over the wire, one after the other: and from the first again, unless each goes once. */
  requests: string[]
  isOnce: boolean
  connections: number
  /** Until when more are sent, where each does not go once. */
  seconds: number
  status: number
}

export interface Loaded {
  seconds: number
  /** Of each answer, in milliseconds. */
  latencies: number[]
  /** Answers of another status than was expected, by status. */
  others: Record<number, number>
}

/** Sends a load and gives what came of it, once all that was sent is answered. */
async function send({ port, requests, isOnce, connections, ...load }: Load): Promise<Loaded> {
  const loaded: Loaded = { seconds: 0, latencies: [], others: {} }
  const start = performance.now()
  let sent = 0
  const next = () => {
    const isOver = isOnce
      ? sent >= requests.length
      : performance.now() - start >= load.seconds * 1000
    return isOver && sent >= connections ? null : requests[sent++ % requests.length]
  }
  await Promise.all(Array.from({ length: connections }, () => converse(port, next, load, loaded)))
  loaded.seconds = (performance.now() - start) / 1000
  return loaded
}

function converse(
  port: number,
  next: () => string | null,
  { status }: Pick<Load, 'status'>,
  { latencies, others }: Loaded,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const reader = new AnswerReader()
    let asked = 0
    const ask = () => {
      const request = next()
      asked = performance.now()
      if (request === null) socket.end(resolve)
      else socket.write(request)
    }
    socket.on('connect', ask).on('error', reject)
    // After its own end this says nothing new.
    socket.on('close', () => reject(new Error('A connection was cut off.')))
    socket.on('data', (bytes) => {
      if (!reader.take(bytes)) return
      latencies.push(performance.now() - asked)
      if (reader.status !== status) others[reader.status] = (others[reader.status] ?? 0) + 1
      ask()
    })
  })
}

process.on('message', async (load: Load) => process.send?.(await send(load)))
