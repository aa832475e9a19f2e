/** What would fail, or be wrong, in production; each with what mends it. */
import type { Unstable_RawConfig as RawConfig } from 'wrangler'
import { readConfiguration } from '../../src/env.ts'
import type { Said } from '../wrangler.ts'

export interface Fault {
  what: string
  /** A command, or a line of a file. */
  mend: string
}

type Variables = Record<string, unknown>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function settingsFaults({ d1_databases = [], vars = {}, ...rest }: RawConfig): Fault[] {
  const ids = d1_databases.map(({ database_id }) => database_id ?? '')
  return [
    ...ids.filter((id) => !UUID.test(id)).map(databaseFault),
    ...addressFaults(vars, rest),
    ...zoneFaults(vars),
    ...audiencesFaults(vars),
    ...loopbackFaults(vars),
  ]
}

function databaseFault(id: string): Fault {
  return {
    what: `The database's id is "${id}", which names no database at Cloudflare.`,
    mend: 'npx wrangler d1 create eleventh-hour --update-config=false, and its id as "database_id" in production.jsonc',
  }
}

function addressFaults(vars: Variables, { routes, route }: RawConfig): Fault[] {
  const text = String(vars.SITE_URL ?? '')
  const mend = 'in production.jsonc: "vars": { "SITE_URL": "https://deadlines.example.org" }'
  const url = URL.parse(text)
  if (url?.protocol !== 'https:') {
    const what = text ? `SITE_URL is "${text}", not an address with https.` : 'SITE_URL is empty.'
    return [{ what, mend }]
  }
  const faults = refusal({ SITE_URL: text }).map((what) => ({ what, mend }))
  if (routes || route || url.hostname.endsWith('.workers.dev')) return faults
  return [...faults, unreached(url.hostname)]
}

/** All links would lead to a place where the tracker is not. */
function unreached(host: string): Fault {
  return {
    what: `Nothing says that the tracker is to be at ${host}.`,
    mend: `in production.jsonc: "routes": [{ "pattern": "${host}", "custom_domain": true }], or "routes": [] if that is seen to elsewhere`,
  }
}

function zoneFaults({ DESK_ZONE }: Variables): Fault[] {
  const mend = 'in production.jsonc: "vars": { "DESK_ZONE": "Europe/Kyiv" }'
  return refusal({ DESK_ZONE: String(DESK_ZONE ?? '') }).map((what) => ({ what, mend }))
}

function audiencesFaults({ LIVE_AUDIENCES }: Variables): Fault[] {
  const mend = 'in production.jsonc: "vars": { "LIVE_AUDIENCES": "4" }'
  return refusal({ LIVE_AUDIENCES: String(LIVE_AUDIENCES ?? '') }).map((what) => ({ what, mend }))
}

type Setting = { SITE_URL: string } | { DESK_ZONE: string } | { LIVE_AUDIENCES: string }

/** What the tracker itself would say of a setting. */
function refusal(setting: Setting): string[] {
  try {
    readConfiguration(setting as Parameters<typeof readConfiguration>[0], 'https://any.example')
    return []
  } catch (error) {
    return [(error as Error).message]
  }
}

function loopbackFaults({ OPEN_LOOPBACK = '' }: Variables): Fault[] {
  if (OPEN_LOOPBACK === '') return []
  const what = 'OPEN_LOOPBACK is set, which lets subscribers have this machine itself asked.'
  return [{ what, mend: 'in production.jsonc: "vars": { "OPEN_LOOPBACK": "" }' }]
}

/** What of the account is missing; `ask` runs wrangler on the configuration to deploy. */
export function accountFaults(ask: (args: string[]) => Said, { queues }: RawConfig): Fault[] {
  if (!ask(['whoami', '--json']).ok) {
    const mend = 'npx wrangler login, or an API token in CLOUDFLARE_API_TOKEN'
    return [{ what: 'Nobody is logged in to Cloudflare.', mend }]
  }
  const names = queues?.producers?.flatMap(({ queue }) => queue ?? []) ?? []
  return [...names.flatMap((name) => queueFaults(ask, name)), ...editorsFaults(ask)]
}

function queueFaults(ask: (args: string[]) => Said, name: string): Fault[] {
  const { ok, text } = ask(['queues', 'info', name])
  if (ok) return []
  if (!text.includes('does not exist')) return [unforeseen(text)]
  return [{ what: `There is no queue "${name}".`, mend: `npx wrangler queues create ${name}` }]
}

/** A Worker that is not there yet has no secrets. */
const NO_WORKER = /\bcode: 10007\b|does not exist/

function editorsFaults(ask: (args: string[]) => Said): Fault[] {
  const { ok, text } = ask(['secret', 'list', '--format', 'json'])
  if (ok && /"name":\s*"EDITORS"/.test(text)) return []
  if (!ok && !NO_WORKER.test(text)) return [unforeseen(text)]
  return [
    {
      what: 'There is no secret EDITORS: nobody could record anything.',
      mend: 'npm run editor -- NAME, and its entry: npm run production -- secret put EDITORS',
    },
  ]
}

function unforeseen(text: string): Fault {
  return { what: `wrangler says: ${text.trim()}`, mend: 'see what it says' }
}
