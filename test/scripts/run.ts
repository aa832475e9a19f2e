import { type ChildProcess, spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fromRoot, wranglerEnvironment } from '../../scripts/project.ts'

export interface Finished {
  code: number | null
  out: string
  err: string
}

/** Starts one of the project's scripts in a process group of its own, so that all of it can be ended. */
export function start(script: string, args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(fromRoot('node_modules/.bin/node'), [fromRoot(`scripts/${script}`), ...args], {
    cwd: fromRoot('.'),
    env: { ...wranglerEnvironment(), ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export async function finish(child: ChildProcess): Promise<Finished> {
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, err, code] = await Promise.all([read(child.stdout), read(child.stderr), ended])
  return { code, out, err }
}

export function run(script: string, ...args: string[]): Promise<Finished> {
  return finish(start(script, args))
}

/** Ends a process and all that it started, as the kernel would when memory runs out. */
export function killGroup(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): void {
  try {
    process.kill(-(child.pid as number), signal)
  } catch {
    // It has ended by itself.
  }
}

function read(stream: NodeJS.ReadableStream | null): Promise<string> {
  return stream
    ? text(stream as NodeJS.ReadableStream & AsyncIterable<string>)
    : Promise.resolve('')
}
