/** Which server runs on a local state: so that who writes there beside it can have it look. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface RunningServer {
  pid: number
  origin: string
}

const fileOf = (state: string): string => join(state, 'server.json')

/** Says where the server of a state is reached, and gives what takes that back when it ends. */
export function announceServer(state: string, origin: string): () => void {
  const own: RunningServer = { pid: process.pid, origin }
  writeFileSync(fileOf(state), JSON.stringify(own))
  return () => {
    if (readServer(state)?.pid === own.pid) rmSync(fileOf(state), { force: true })
  }
}

/** It answers once the timekeeper has looked. */
const PATIENCE_MS = 30_000

/** Has the server of a state look at what is new; false where one runs and does not answer. */
export async function wakeServer(state: string): Promise<boolean> {
  const server = readServer(state)
  if (!server || !isAlive(server.pid)) return true
  return runSchedule(server.origin, AbortSignal.timeout(PATIENCE_MS))
}

/** Runs a server's schedule, as the platform would; gives whether it ran. */
export async function runSchedule(origin: string, signal?: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/cdn-cgi/local/scheduled`, { signal })
    await answer.text()
    return answer.ok
  } catch {
    return false
  }
}

/** Null where none was announced. */
function readServer(state: string): RunningServer | null {
  try {
    return JSON.parse(readFileSync(fileOf(state), 'utf8'))
  } catch {
    return null
  }
}

/** One that was killed took nothing back. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}
