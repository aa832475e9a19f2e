/**
 * The tracker with a clock that a test sets, and nothing else of it changed: what it reads as the time
 * is so far from the machine's, and an alarm set by it rings when it has come by it.
 */
import { env } from 'cloudflare:workers'
import { type Bindings, timekeeperOf } from '../../src/env.ts'
import worker, { Timekeeper as Real } from '../../src/worker.ts'

export { Audience, Courier } from '../../src/worker.ts'

type Context = ConstructorParameters<typeof Real>[0]

const machineTime = Date.now.bind(Date)
let offset = Number((env as unknown as { CLOCK_OFFSET_MS: string }).CLOCK_OFFSET_MS)
Date.now = () => machineTime() + offset

export class Timekeeper extends Real {
  constructor(context: Context, bindings: ConstructorParameters<typeof Real>[1]) {
    super(context, bindings)
    Object.defineProperty(this, 'ctx', { value: byTheClock(context) })
  }
}

function byTheClock(context: Context): Context {
  const { storage } = context
  const clocked = {
    setAlarm: (at: number) => storage.setAlarm(at - offset),
    getAlarm: async () => {
      const at = await storage.getAlarm()
      return at === null ? null : at + offset
    },
    deleteAlarm: () => storage.deleteAlarm(),
  }
  const waitUntil = context.waitUntil.bind(context)
  return Object.assign(Object.create(context), { storage: clocked, waitUntil })
}

export default {
  ...worker,
  /** `POST /clock` sets it, and has the timekeeper plan by it. */
  fetch: async (request: Request, bindings: Bindings, context: ExecutionContext) => {
    if (new URL(request.url).pathname !== '/clock') return worker.fetch(request, bindings, context)
    offset = Number(await request.text())
    await timekeeperOf(bindings).wake()
    return new Response('set')
  },
}
