/** The database in production, as it is worked on from here. */
import type { D1Database } from '@cloudflare/workers-types'
import { getPlatformProxy, type Unstable_RawConfig as RawConfig } from 'wrangler'
import { rebuild } from '../src/ledger/rebuild.ts'
import { keep } from './keep.ts'
import { fromRoot } from './project.ts'

/**
 * Makes all that is derived anew from the reports; gives how many deadlines there are. The work is
 * done here, and the tracker goes on meanwhile: each write of ours is at the head that it has read.
 */
export async function rebuildRemote(config: RawConfig): Promise<number> {
  const { env, dispose } = await getPlatformProxy<{ DB: D1Database }>({
    ...{ configPath: writeConfig(config), persist: false, envFiles: [], remoteBindings: true },
  })
  try {
    return await rebuild(env.DB)
  } finally {
    await dispose()
  }
}

/** Of the configuration the database alone: what else there is needs its script to run. */
function writeConfig({ name, account_id, compatibility_date, d1_databases }: RawConfig): string {
  const databases = d1_databases?.map((each) => ({ ...each, remote: true }))
  const path = fromRoot('dist/remote-database.json')
  const config = { name, account_id, compatibility_date, d1_databases: databases }
  keep(path, `${JSON.stringify(config)}\n`)
  return path
}
