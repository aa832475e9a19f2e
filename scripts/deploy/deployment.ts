/** The steps of a deployment: nothing is changed before all is known to be right. */
import type { Unstable_RawConfig as RawConfig } from 'wrangler'
import type { Said } from '../wrangler.ts'
import { bundle } from './bundle.ts'
import { accountFaults, type Fault, settingsFaults } from './faults.ts'

export interface Surroundings {
  /** The configuration to deploy, and what of the settings it could not be made of. */
  config: RawConfig
  faults: Fault[]
  /** The names of the migrations that there are. */
  migrations: string[]
  /** The commit, and which files are not as it has them. */
  commit: string
  changed: string[]
  /** Run wrangler on that configuration, for what it says, or before a person's eyes. */
  ask: (args: string[]) => Said
  show: (args: string[]) => number
  /** Makes anew what follows from the reports, in the database of that configuration. */
  rebuild: () => Promise<number>
  say: (line: string) => void
}

/** All that can be known without an account; whether it is right. */
export function rehearse(around: Surroundings): boolean {
  const { config, faults, migrations, changed, ask, say } = around
  const { size, faults: unbundled } = bundle(ask)
  const found = [...faults, ...settingsFaults(config), ...unbundled]
  say(`Migrations, of which those are applied that the database has not:`)
  for (const migration of migrations) say(`  ${migration}`)
  if (size) say(size)
  if (changed.length > 0) say(`Not committed, so a deployment would refuse: ${changed.join(', ')}`)
  tell(found, say)
  say('Not looked at, without an account: the log-in, the queues, the secrets, the database.')
  return found.length === 0
}

export async function deploy(around: Surroundings): Promise<boolean> {
  const { config, ask, show, say } = around
  const settled = [...around.faults, ...settingsFaults(config), ...uncommitted(around.changed)]
  const { size, faults: unbundled } = bundle(ask)
  const found = [...settled, ...unbundled, ...accountFaults(ask, config)]
  tell(found, say)
  if (found.length > 0) return false
  say(size)
  const applied = migrate(around)
  if (!applied) return false
  if (applied.isOutdated) await remake(around)
  if (show(['deploy', '--tag', around.commit]) !== 0) return false
  // What the old Worker recorded since is without what the migration has made room for.
  if (applied.isOutdated) await remake(around)
  say(`Deployed. See that it is well: curl ${config.vars?.SITE_URL}/healthz`)
  return true
}

function tell(faults: Fault[], say: (line: string) => void): void {
  for (const { what, mend } of faults) say(`✗ ${what}\n  → ${mend}`)
}

function uncommitted(changed: string[]): Fault[] {
  if (changed.length === 0) return []
  const what = `What would be deployed is in no commit: ${changed.join(', ')}`
  return [{ what, mend: 'git commit, or git stash' }]
}

interface Applied {
  /** Whether there may be lines, from which something follows that a migration has made room for. */
  isOutdated: boolean
}

/** Applies what is to be applied; null where that failed. */
function migrate({ migrations, ask, say }: Surroundings): Applied | null {
  const listed = ask(['d1', 'migrations', 'list', 'DB', '--remote'])
  if (listed.ok && listed.text.includes('No migrations to apply')) return { isOutdated: false }
  const pending = migrations.filter((name) => listed.text.includes(name))
  const isListed = listed.ok && pending.length > 0
  const { ok, text } = isListed
    ? ask(['d1', 'migrations', 'apply', 'DB', '--remote'])
    : { ok: false, text: listed.text }
  say(ok ? `Migrations applied: ${pending.join(', ')}` : `The migrations do not apply:\n${text}`)
  return ok ? { isOutdated: !pending.includes(migrations[0]) } : null
}

async function remake({ rebuild, say }: Surroundings): Promise<void> {
  say('What follows from the reports is made anew …')
  say(`The states of ${await rebuild()} deadlines are made anew.`)
}
