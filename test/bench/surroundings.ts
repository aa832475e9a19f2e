/** What a run was made on: figures that were measured elsewhere are not held against one another. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, release, type } from 'node:os'
import { fromRoot } from '../../scripts/project.ts'

export interface Surroundings {
  /** An ISO day. */
  date: string
  commit: string
  machine: { cores: number; model: string; system: string }
  versions: { node: string; workerd: string }
}

export function surroundings(): Surroundings {
  const { version } = JSON.parse(
    readFileSync(fromRoot('node_modules/workerd/package.json'), 'utf8'),
  )
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: commit(),
    machine: {
      cores: cpus().length,
      model: cpus()[0].model.trim(),
      system: `${type()} ${release()}`,
    },
    versions: { node: process.versions.node, workerd: version },
  }
}

/** With a plus where what was measured is not just that. */
function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: fromRoot('.'), encoding: 'utf8' }).trim()
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', 'src') && '+'}`
  } catch {
    return 'none'
  }
}
