import type { Said } from '../wrangler.ts'
import type { Fault } from './faults.ts'

/** How much a Worker may be, compressed, by what its account pays. */
const FREE_KIB = 3 * 1024
const PAID_KIB = 10 * 1024

export interface Bundle {
  /** In words; empty where there is no bundle. */
  size: string
  faults: Fault[]
}

/** Bundles the Worker as a deployment would, and sends nothing. */
export function bundle(ask: (args: string[]) => Said): Bundle {
  const { ok, text } = ask(['deploy', '--dry-run'])
  const [, compressed] = /Total Upload: .* gzip: ([\d.]+) KiB/.exec(text) ?? []
  if (ok && compressed) return weigh(Number(compressed))
  const what = `The Worker cannot be bundled:\n${text.trim()}`
  return { size: '', faults: [{ what, mend: 'npm test, which says more of what is wrong' }] }
}

export function weigh(kib: number): Bundle {
  const size = `The Worker is ${mib(kib)} MiB, compressed; an account may have ${mib(FREE_KIB)} (Workers Free) or ${mib(PAID_KIB)} (Workers Paid).`
  if (kib <= PAID_KIB) return { size, faults: [] }
  return { size, faults: [{ what: 'The Worker is too large.', mend: 'make it smaller' }] }
}

const mib = (kib: number) => Number((kib / 1024).toFixed(2))
