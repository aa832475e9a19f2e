/** Measures the tracker and the bare Worker in turn, again and again: what the machine does else falls on both. */
import { type Figures, type Phase, ratiosOf } from './figures.ts'
import type { Loader } from './loader.ts'
import type { Probe } from './probes.ts'
import { processorSeconds } from './processor.ts'
import type { Quiet } from './quiet.ts'
import type { Runtime } from './runtime.ts'

export interface Plan {
  /** How often each has its turn, */
  pairs: number
  /** for so long, or for so many writes, */
  seconds: number
  /** after so long that is not measured, */
  warmUpSeconds: number
  writes: number
  /** by so many connections at a time. */
  connections: number
  /** How long it is counted what asking again reads. */
  againSeconds: number
  /** An answer that takes long is asked for less often: for so long in all. */
  patienceSeconds: number
}

export interface Bench {
  runtime: Runtime
  quiet: Quiet
  loader: Loader
  plan: Plan
}

/**
 * `answerSeconds` is how long the tracker takes for one; `restore` is called before each turn of
 * its, for what a write has changed.
 */
export async function compare(
  bench: Bench,
  probe: Probe,
  answerSeconds: number,
  restore: () => Promise<void> = async () => {},
): Promise<Figures> {
  const { runtime, plan } = bench
  const isSlow = answerSeconds * plan.connections > plan.seconds
  const connections = isSlow || probe.method === 'POST' ? 1 : plan.connections
  const pairs = Math.floor(Math.min(plan.pairs, Math.max(1, plan.patienceSeconds / answerSeconds)))
  const tracker = async (seconds = plan.seconds) => {
    await restore()
    const writes = Math.min(plan.writes, probe.most)
    return phase(bench, runtime.tracker, { probe, connections, writes, seconds })
  }
  const bare = (seconds = plan.seconds) =>
    phase(bench, runtime.bare, { probe, connections, writes: plan.writes, seconds })
  if (!isSlow) await tracker(plan.warmUpSeconds)
  await bare(plan.warmUpSeconds)
  const measured: { tracker: Phase; bare: Phase }[] = []
  for (let pair = 0; pair < pairs; pair++) {
    // Neither is always the one that finds what the other has left.
    measured.push(
      pair % 2 === 0
        ? { tracker: await tracker(), bare: await bare() }
        : { bare: await bare(), tracker: await tracker() },
    )
  }
  return ratiosOf(measured)
}

interface Turn {
  probe: Probe
  connections: number
  writes: number
  seconds: number
}

async function phase(
  { runtime, loader }: Bench,
  origin: URL,
  { probe, connections, writes, seconds: turnSeconds }: Turn,
): Promise<Phase> {
  const isOnce = probe.method === 'POST'
  const load = {
    ...{ port: Number(origin.port), connections, seconds: turnSeconds },
    ...{ requests: probe.requests(writes), isOnce, status: probe.status },
  }
  let [seconds, latencies] = [0, [] as number[]]
  const send = async () => {
    const loaded = await loader.send(load)
    seconds = loaded.seconds
    latencies = loaded.latencies
  }
  // Those who are told of a write are told after it is answered.
  const cpuSeconds = await processorSeconds(runtime.pid, send, { isFollowed: isOnce })
  return { requests: latencies.length, seconds, latencies, cpuSeconds }
}
