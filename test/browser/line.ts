/** Between a browser and the tracker, so that a test can cut them off: the tracker goes on behind it. */
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { pipeline, Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { LIVE } from '../../src/href.ts'

export interface Line {
  origin: string
  /** What was asked for, oldest first. */
  asked: string[]
  /** What comes over it is changed, as by a newer version of the tracker. */
  alter: ((path: string, text: string) => string) | null
  /** Whatever is said is taken, on either side, and handed on to nobody; nothing is closed. */
  isMute: boolean
  cut(): Promise<void>
  mend(): Promise<void>
}

export async function openLine(to: string): Promise<Line> {
  const sockets = new Set<Socket>()
  const server = createServer(async ({ url = '', method, headers }, outgoing) => {
    line.asked.push(url)
    if (line.isMute) return
    const passedOn = Object.fromEntries(
      Object.entries(headers as Record<string, string>).filter(([name]) => !OWN.includes(name)),
    )
    const answer = await fetch(to + url, { method, headers: passedOn, redirect: 'manual' }).catch(
      () => null,
    )
    if (!answer) {
      outgoing.destroy()
      return
    }
    const own = [...answer.headers].filter(([name]) => !HOP.includes(name))
    outgoing.writeHead(answer.status, Object.fromEntries(own))
    if (url.startsWith(LIVE)) return passOn(answer, outgoing, line)
    const body = Buffer.from(await answer.arrayBuffer())
    outgoing.end(line.alter?.(url, body.toString()) ?? body)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const port = await listen(server, 0)
  const line: Line = {
    origin: `http://127.0.0.1:${port}`,
    ...{ asked: [], alter: null, isMute: false },
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
    mend: async () => {
      await listen(server, port)
    },
  }
  return line
}

/** Each piece as it comes: it has no end, but where one of both sides goes. */
function passOn({ body }: Response, outgoing: ServerResponse, line: Pick<Line, 'isMute'>): void {
  if (!body) return
  async function* heard(pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) if (!line.isMute) yield piece
  }
  pipeline(Readable.fromWeb(body as unknown as ReadableStream), heard, outgoing, () => {})
}

/** What the browser says to this end of the line; what it has kept is asked for anew. */
const OWN = ['host', 'connection', 'if-none-match']

/** Of one stretch of the way alone (RFC 9110, section 7.6.1), or undone by who reads it. */
const HOP = ['connection', 'keep-alive', 'transfer-encoding', 'content-encoding', 'content-length']

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
