/** `npm run bench:live`: how long after a write the last of many who listen at /live has heard of it. */
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { fromRoot } from '../../scripts/project.ts'
import { buildWorker } from './bundle.ts'
import { readNumber, readNumbers, runCommand } from './command.ts'
import { making } from './kept-ledger.ts'
import { saying } from './probes.ts'
import { memoryOf, processorSeconds } from './processor.ts'
import { prepare } from './reads-and-writes.ts'
import { type Runtime, startRuntime } from './runtime.ts'
import { surroundings } from './surroundings.ts'
import { AUTHORIZED, getRequest } from './wire.ts'

const USAGE = `Usage:
  npm run bench:live             2,000 who listen, in 1 audience and in 4
  --listeners 4000               as many as that
  --audiences 1,2,8              in each of these numbers of audiences`

const WRITES = 20
/** The first ones have code loaded and compiled. */
const UNTIMED = 3
/** Let in at the same time. */
const COMING = 100
const PATIENCE_MS = 120_000

interface Heard {
  /** From when the write was sent. */
  answeredMs: number
  medianMs: number
  lastMs: number
}

/** Hears of reports by their ids; each is heard of at an instant of performance.now(). */
class Ear {
  readonly heard = new Map<string, number>()
  isTwice = false
  readonly #socket: Socket

  constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (bytes) => this.#hear(bytes.toString('latin1')))
  }

  static async open(port: number): Promise<Ear> {
    const socket = connect(port, '127.0.0.1')
    socket.write(getRequest('/live', null))
    await new Promise((resolve, reject) => {
      socket.once('data', (bytes) =>
        bytes.includes('200 OK') ? resolve(null) : reject(new Error(bytes.toString())),
      )
      socket.once('error', reject)
    })
    return new Ear(socket)
  }

  close(): void {
    this.#socket.destroy()
  }

  #hear(text: string): void {
    const at = performance.now()
    for (const [, id] of text.matchAll(/"data":\{"id":"([^"]+)"/g)) {
      this.isTwice ||= this.heard.has(id)
      this.heard.set(id, at)
    }
  }
}

async function gather(port: number, count: number): Promise<Ear[]> {
  const ears: Ear[] = []
  while (ears.length < count) {
    const coming = Math.min(COMING, count - ears.length)
    ears.push(...(await Promise.all(Array.from({ length: coming }, () => Ear.open(port)))))
  }
  return ears
}

async function write(runtime: Runtime, slug: string, ears: Ear[]): Promise<Heard> {
  const id = crypto.randomUUID()
  const sentAt = performance.now()
  const answer = await fetch(new URL(`/deadlines/${slug}/reports`, runtime.tracker), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...AUTHORIZED },
    body: JSON.stringify(saying(id)),
  })
  if (answer.status !== 201) throw new Error(await answer.text())
  const answeredMs = performance.now() - sentAt
  const until = sentAt + PATIENCE_MS
  while (performance.now() < until && ears.some(({ heard }) => !heard.has(id))) await pause(10)
  const after = ears.map(({ heard }) => (heard.get(id) ?? Number.NaN) - sentAt)
  if (after.some(Number.isNaN)) throw new Error('somebody did not hear of it')
  return { answeredMs, medianMs: middle(after), lastMs: Math.max(...after) }
}

const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

async function measure(listeners: number, audiences: number): Promise<object> {
  const state = fromRoot('dist/bench/live')
  const [slug] = await prepare(state, making(10))
  const runtime = await startRuntime(state, { LIVE_AUDIENCES: String(audiences) })
  const port = Number(runtime.tracker.port)
  const ears = await gather(port, 1)
  try {
    for (let count = 0; count < UNTIMED; count++) await write(runtime, slug, ears)
    const before = memoryOf(runtime.pid)
    ears.push(...(await gather(port, listeners - 1)))
    const memory = memoryOf(runtime.pid) - before
    const heard: Heard[] = []
    const writeAll = async () => {
      for (let count = 0; count < WRITES; count++) heard.push(await write(runtime, slug, ears))
    }
    const processor = await processorSeconds(runtime.pid, writeAll, { isFollowed: true })
    if (ears.some(({ isTwice }) => isTwice)) throw new Error('somebody heard of it twice')
    const of = (figure: keyof Heard) => Math.round(middle(heard.map((each) => each[figure])))
    return {
      ...{ audiences, listeners, answered: of('answeredMs'), median: of('medianMs') },
      ...{
        last: of('lastMs'),
        'last, at worst': Math.round(Math.max(...heard.map((each) => each.lastMs))),
      },
      processor: Math.round((processor * 1000) / WRITES),
      'KiB each': Math.round(memory / 1024 / listeners),
    }
  } finally {
    for (const ear of ears) ear.close()
    await runtime.stop()
  }
}

await runCommand(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      listeners: { type: 'string', default: '2000' },
      audiences: { type: 'string', default: '1,4' },
    },
  })
  const listeners = readNumber('--listeners', values.listeners)
  const sizes = readNumbers('--audiences', values.audiences)
  await buildWorker()
  const rows: object[] = []
  for (const audiences of sizes) rows.push(await measure(listeners, audiences))
  process.stdout.write(`${JSON.stringify(surroundings())}\nMilliseconds after a write:\n`)
  console.table(rows)
})
