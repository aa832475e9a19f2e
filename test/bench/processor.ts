/** How long a process has had a processor, all of its threads, in user and in kernel mode; and its memory. */
import { readdirSync, readFileSync } from 'node:fs'

/** The processes of a name that this one has started. */
export function childrenCalled(name: string): number[] {
  const running = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))
  return running.map(Number).filter((pid) => {
    const { command, fields } = statOf(pid)
    return command === name && Number(fields[PARENT]) === process.pid
  })
}

/** The places of proc(5)'s `stat` after the process's name, in brackets, which may have any signs. */
const [PARENT, USER, KERNEL] = [1, 11, 12]

function statOf(pid: number): { command: string; fields: string[] } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const end = stat.lastIndexOf(')')
    return {
      command: stat.slice(stat.indexOf('(') + 1, end),
      fields: stat.slice(end + 2).split(' '),
    }
  } catch {
    // It has ended meanwhile.
    return { command: '', fields: [] }
  }
}

/** The kernel counts in these (proc(5), sysconf(_SC_CLK_TCK)): it is 100 wherever Node runs. */
const TICKS_A_SECOND = 100

function ticksOf(pid: number): number {
  const { fields } = statOf(pid)
  return Number(fields[USER]) + Number(fields[KERNEL])
}

/** Of the work, and of what the process does after it until it rests. A tick at least: less cannot be seen. */
export async function processorSeconds(
  pid: number,
  work: () => Promise<void>,
  { isFollowed }: { isFollowed: boolean },
): Promise<number> {
  const before = ticksOf(pid)
  await work()
  if (isFollowed) await rest(pid)
  return Math.max(1, ticksOf(pid) - before) / TICKS_A_SECOND
}

const LOOK_MS = 25
const LOOKS = 80

async function rest(pid: number): Promise<void> {
  let last = -1
  for (let look = 0; look < LOOKS && ticksOf(pid) !== last; look++) {
    last = ticksOf(pid)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}

/** What a process has in memory, in bytes: proc(5), `VmRSS`. */
export function memoryOf(pid: number): number {
  const [, kibibytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kibibytes) * 1024
}
