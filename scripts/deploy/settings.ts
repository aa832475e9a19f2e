/** What is one's own of a tracker in production, and the configuration that is made with it. */
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import {
  type Unstable_RawConfig as RawConfig,
  experimental_readRawConfig as readRawConfig,
} from 'wrangler'
import { keep } from '../keep.ts'
import { fromRoot } from '../project.ts'
import type { Fault } from './faults.ts'

/** Kept by git nowhere, so that what comes with an update never meets it. */
export const OWN_SETTINGS = fromRoot('production.jsonc')

/** What wrangler takes, and the database's id, which stands deeper there. */
export type OwnSettings = Partial<RawConfig> & { database_id?: string }

export interface Production {
  /** What wrangler is to deploy by. */
  config: RawConfig
  /** What of one's own settings cannot be followed. */
  faults: Fault[]
}

export function readProduction(file: string): Production {
  const base = readConfiguration(fromRoot('wrangler.jsonc'))
  if (existsSync(file)) return mergeSettings(base, readConfiguration(file), basename(file))
  const missing = {
    what: `There is no ${basename(file)}, in which your own settings stand.`,
    mend: `cp docs/production.jsonc ${basename(file)}`,
  }
  return { config: base, faults: [missing] }
}

function readConfiguration(file: string): OwnSettings {
  try {
    return readRawConfig({ config: file }).rawConfig as OwnSettings
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}`, { cause: error })
  }
}

/** Whatever wrangler.jsonc says itself is the tracker's: in a file of one's own it would not follow updates. */
export function mergeSettings(base: RawConfig, own: OwnSettings, file: string): Production {
  const { $schema: _, database_id, name = base.name, vars = {}, ...more } = own
  const databases = base.d1_databases?.map((each) => ({
    ...each,
    database_id: database_id ?? each.database_id,
  }))
  return {
    config: { ...more, ...base, name, d1_databases: databases, vars: { ...base.vars, ...vars } },
    faults: [
      ...Object.keys(more).flatMap((key) => keyFault(key, base, file)),
      ...Object.keys(vars).flatMap((key) => variableFault(key, base, file)),
    ],
  }
}

function keyFault(key: string, base: RawConfig, file: string): Fault[] {
  const mend = `take "${key}" out of ${file}`
  if (key in base) return [{ what: `${file}: "${key}" is the tracker’s own.`, mend }]
  return wranglerKeys().includes(key)
    ? []
    : [{ what: `${file}: wrangler knows no setting "${key}".`, mend }]
}

function variableFault(key: string, base: RawConfig, file: string): Fault[] {
  if (key in (base.vars ?? {})) return []
  const mend =
    key === 'EDITORS'
      ? `take it out of ${file}, and: npm run production -- secret put EDITORS`
      : `take "${key}" out of "vars" in ${file}`
  return [{ what: `${file}: the tracker reads no variable "${key}" there.`, mend }]
}

function wranglerKeys(): string[] {
  const schema = readFileSync(fromRoot('node_modules/wrangler/config-schema.json'), 'utf8')
  return Object.keys(JSON.parse(schema).definitions.RawConfig.properties)
}

/** Beside wrangler.jsonc, since paths in it start from where it is. Gives the file. */
export function writeConfiguration(config: RawConfig, settings: string): string {
  const name = basename(settings).replace(/\.jsonc?$/, '')
  const file = fromRoot(`wrangler.${name}.json`)
  keep(file, `${JSON.stringify(config, null, 2)}\n`)
  return file
}
