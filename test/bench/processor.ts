/** How long a process has had a processor: all of its threads, in user and in kernel mode. */
import { statOf } from './runtime.ts'

/** The kernel counts in these (proc(5), sysconf(_SC_CLK_TCK)): it is 100 wherever Node runs. */
const TICKS_A_SECOND = 100

const ticksOf = (pid: number): number => {
  const [user, kernel] = statOf(pid).slice(11, 13).map(Number)
  return user + kernel
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
