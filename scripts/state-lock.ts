/** One command at a time works on one local state; the others wait for it to end. */
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const POLL_MS = 100
/** The holder says so often that it lives, */
const HEARTBEAT_MS = 1000
/** and after so long a silence it does not, though another process has its number now. */
const SILENCE_MS = 20_000

/** Takes the lock of a state, and gives what lets it go. A holder that was killed holds nothing. */
export async function lockState(state: string): Promise<() => void> {
  const lock = join(state, 'ledger.lock')
  mkdirSync(state, { recursive: true })
  while (!take(lock)) {
    if (isAbandoned(lock)) rmSync(lock, { force: true })
    else await wait(POLL_MS)
  }
  const heartbeat = setInterval(() => utimesSync(lock, new Date(), new Date()), HEARTBEAT_MS)
  heartbeat.unref()
  return () => {
    clearInterval(heartbeat)
    rmSync(lock, { force: true })
  }
}

/** A file that only one process can make, with the number of that process. */
function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false
    throw error
  }
}

function isAbandoned(lock: string): boolean {
  try {
    const holder = Number(readFileSync(lock, 'utf8'))
    if (Date.now() - statSync(lock).mtimeMs > SILENCE_MS) return true
    if (holder > 0) process.kill(holder, 0)
    return false
  } catch (error) {
    return (error as { code?: string }).code === 'ESRCH'
  }
}
