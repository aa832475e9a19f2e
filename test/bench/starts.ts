/**
 * What a start costs: the processor time of the runtime's main thread, from its process to its first
 * answer, a 404 for which nothing is read. The runtime is started as such, with nothing beside it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { fromRoot } from '../../scripts/project.ts'
import type { Module } from './bundle.ts'
import { quantile } from './figures.ts'

/** A Worker by its modules, the entry first. */
export interface Startable {
  name: string
  modules: Module[]
}

export interface Started {
  name: string
  milliseconds: number
  /** Of the first of them. */
  timesTheFirst: number
}

/** Each has its turn, again and again, so that what else the machine does falls on all; the medians. */
export async function compareStarts(workers: Startable[], turns: number): Promise<Started[]> {
  const installed = workers.map(({ name, modules }) => ({ name, ...install(modules) }))
  try {
    const costs = installed.map((): number[] => [])
    for (let turn = 0; turn < turns; turn++) {
      for (const [index, { config }] of installed.entries()) costs[index].push(await start(config))
    }
    const medians = costs.map((each) => quantile(each, 0.5))
    return installed.map(({ name }, index) => ({
      ...{ name, milliseconds: medians[index] },
      timesTheFirst: medians[index] / medians[0],
    }))
  } finally {
    for (const { directory } of installed) rmSync(directory, { recursive: true })
  }
}

const KINDS: Record<Module['type'], string> = {
  ESModule: 'esModule',
  CompiledWasm: 'wasm',
  Data: 'data',
  Text: 'text',
}

/** Writes a Worker down as the runtime takes it (workerd.capnp). */
function install(modules: Module[]): { directory: string; config: string } {
  const directory = mkdtempSync(join(tmpdir(), 'eleventh-hour-start-'))
  const named = modules.map(({ type, path, contents }) => {
    const name = basename(path)
    writeFileSync(join(directory, name), contents)
    return `(name = "${name}", ${KINDS[type]} = embed "${name}")`
  })
  const config = join(directory, 'config.capnp')
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = (
      services = [(name = "main", worker = (
        modules = [${named.join(', ')}],
        compatibilityDate = "2026-11-01",
      ))],
      sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
    );`,
  )
  return { directory, config }
}

const RUNTIME = fromRoot('node_modules/workerd/bin/workerd')
/** The file that it tells by where it listens. */
const TELLS = 3

/**
 * By a shell, and not by this process: what a process has in memory is mapped anew for each that it
 * starts, in that one's time.
 */
const IN_A_SHELL = ['-c', '"$0" "$@" & wait']

async function start(config: string): Promise<number> {
  const command = [RUNTIME, 'serve', `--control-fd=${TELLS}`, config]
  const shell = spawn('/bin/sh', [...IN_A_SHELL, ...command], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  })
  const ended = once(shell, 'exit')
  try {
    const answer = await fetch(`http://127.0.0.1:${await portOf(shell)}/nothing-here`)
    await answer.arrayBuffer()
    if (answer.status !== 404) throw new Error(`it answered ${answer.status}, not 404`)
    return mainThreadMilliseconds(childOf(shell))
  } finally {
    const runtime = childOf(shell)
    if (runtime > 0) process.kill(runtime, 'SIGKILL')
    await ended
  }
}

/** 0 where it has none, or none any more (proc(5)). */
function childOf({ pid, exitCode }: ChildProcess): number {
  return exitCode === null ? Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')) : 0
}

async function portOf({ stdio }: ChildProcess): Promise<number> {
  for await (const told of stdio[TELLS] as Readable) {
    const [, port] = /"port":(\d+)/.exec(String(told)) ?? []
    if (port) return Number(port)
  }
  throw new Error('the runtime ended before it listened')
}

/** As Linux counts it, in nanoseconds (Documentation/scheduler/sched-stats.rst). */
function mainThreadMilliseconds(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
}
