import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { weigh } from '../../scripts/deploy/bundle.ts'
import { deploy, rehearse, type Surroundings } from '../../scripts/deploy/deployment.ts'
import { accountFaults, settingsFaults } from '../../scripts/deploy/faults.ts'
import {
  mergeSettings,
  type OwnSettings,
  type Production,
  readProduction,
} from '../../scripts/deploy/settings.ts'
import { migrationNames } from '../../scripts/migrations.ts'
import { fromRoot } from '../../scripts/project.ts'
import { askWrangler, type Said } from '../../scripts/wrangler.ts'
import { run } from './run.ts'
import { temporaryDirectory } from './temporary.ts'

const OWN = {
  database_id: '11111111-2222-4333-8444-555555555555',
  vars: { SITE_URL: 'https://deadlines.example.org', DESK_ZONE: 'Europe/Kyiv' },
  routes: [{ pattern: 'deadlines.example.org', custom_domain: true }],
}

const base = readProduction('no-file').config
const merged = (own: OwnSettings = {}): Production =>
  mergeSettings(base, { ...OWN, ...own }, 'production.jsonc')
const withVars = (vars: Record<string, string>) => merged({ vars: { ...OWN.vars, ...vars } }).config

describe('Settings of one’s own', () => {
  test('are laid over those of the tracker, which stay', () => {
    const { config, faults } = merged({ account_id: 'an-account' })
    expect(faults).toEqual([])
    expect(config).toEqual({
      ...base,
      ...{ account_id: 'an-account', routes: OWN.routes },
      d1_databases: [{ ...base.d1_databases?.[0], database_id: OWN.database_id }],
      vars: { ...base.vars, ...OWN.vars },
    })
    expect(settingsFaults(config)).toEqual([])
  })

  test.each<[OwnSettings, string]>([
    [{ main: 'other.ts' }, '"main" is the tracker’s own'],
    [{ queues: {} }, '"queues" is the tracker’s own'],
    [{ rotues: [] } as OwnSettings, 'wrangler knows no setting "rotues"'],
    [{ vars: { SITE_ULR: 'https://a.example' } }, 'no variable "SITE_ULR"'],
    [{ vars: { EDITORS: 'a:0' } }, 'no variable "EDITORS"'],
  ])('as %j are refused: %s', (own, says) => {
    const { faults } = merged(own)
    expect(faults).toEqual([{ what: expect.stringContaining(says), mend: expect.any(String) }])
  })

  test('are missing at first, which says where they come from', () => {
    const { faults } = readProduction(join(temporaryDirectory(), 'production.jsonc'))
    expect(faults).toEqual([
      { what: expect.any(String), mend: 'cp docs/production.jsonc production.jsonc' },
    ])
  })

  test('are named where they cannot be read', () => {
    const file = join(temporaryDirectory(), 'production.jsonc')
    writeFileSync(file, '{ "database_id": ')
    expect(() => readProduction(file)).toThrow(`${file} cannot be read: `)
  })

  test('as they come, say what is to be filled in', () => {
    const { config, faults } = readProduction(fromRoot('docs/production.jsonc'))
    expect(faults).toEqual([])
    expect(settingsFaults(config).map(({ what }) => what)).toEqual([
      expect.stringContaining('database'),
      'SITE_URL is empty.',
    ])
  })
})

describe('What would be wrong in production', () => {
  const workersDev = { SITE_URL: 'https://eleventh-hour.somebody.workers.dev' }

  test.each([
    ['no database', merged({ database_id: 'local' }).config, 'id is "local"', 'd1 create'],
    ['no address', withVars({ SITE_URL: '' }), 'SITE_URL is empty', 'https://'],
    ['http', withVars({ SITE_URL: 'http://a.example' }), 'not an address with https', 'https://'],
    ['no URL', withVars({ SITE_URL: 'a.example' }), 'not an address with https', 'https://'],
    ['a path', withVars({ SITE_URL: 'https://a.example/b' }), 'is not an origin', 'https://'],
    ['no zone', withVars({ DESK_ZONE: 'Kyiv' }), 'DESK_ZONE: ', 'Europe/Kyiv'],
    [
      'no number',
      withVars({ LIVE_AUDIENCES: '0' }),
      'LIVE_AUDIENCES: "0"',
      '"LIVE_AUDIENCES": "4"',
    ],
    ['loopback', withVars({ OPEN_LOOPBACK: '1' }), 'OPEN_LOOPBACK is set', '"OPEN_LOOPBACK": ""'],
    ['no route', merged({ routes: undefined }).config, 'is to be at dead', '"custom_domain": true'],
  ])('%s is told with what mends it', (_, config, what, mend) => {
    expect(settingsFaults(config)).toEqual([
      { what: expect.stringContaining(what), mend: expect.stringContaining(mend) },
    ])
  })

  test('an address at workers.dev, and one that is seen to elsewhere, need no route', () => {
    expect(settingsFaults(merged({ routes: undefined, vars: workersDev }).config)).toEqual([])
    expect(settingsFaults(merged({ routes: [] }).config)).toEqual([])
  })

  test('a Worker may be as large as an account can have', () => {
    expect(weigh(1906)).toEqual({ size: expect.stringContaining('1.86 MiB'), faults: [] })
    expect(weigh(10 * 1024).faults).toEqual([])
    expect(weigh(10 * 1024 + 1).faults).toHaveLength(1)
  })
})

/** An account at Cloudflare, as wrangler tells of it. */
function account(lacks: Partial<Record<string, Said>> = {}) {
  const asked: string[] = []
  const says: Record<string, Said> = {
    'whoami --json': { ok: true, text: '{"loggedIn":true}' },
    'queues info deliveries': { ok: true, text: 'Queue Name: deliveries' },
    'secret list --format json': { ok: true, text: '[{ "name": "EDITORS" }]' },
    'deploy --dry-run': { ok: true, text: 'Total Upload: 5 KiB / gzip: 2.5 KiB' },
    'd1 migrations list DB --remote': { ok: true, text: '✅ No migrations to apply!' },
    'd1 migrations apply DB --remote': { ok: true, text: '' },
    ...(lacks as Record<string, Said>),
  }
  const ask = (args: string[]) => {
    asked.push(args.join(' '))
    return says[args.join(' ')] ?? { ok: false, text: `What is ${args}?` }
  }
  return { asked, ask }
}

describe('An account', () => {
  test.each<[string, string, Said, string, string]>([
    ['nobody', 'whoami --json', { ok: false, text: '' }, 'Nobody is logged in', 'wrangler login'],
    [
      ...(['no queue', 'queues info deliveries'] as const),
      { ok: false, text: 'Queue "deliveries" does not exist.' },
      ...(['no queue "deliveries"', 'npx wrangler queues create deliveries'] as const),
    ],
    [
      ...(['no Worker yet', 'secret list --format json'] as const),
      { ok: false, text: 'This Worker does not exist on your account. [code: 10007]' },
      ...(['no secret EDITORS', 'secret put EDITORS'] as const),
    ],
    [
      ...(['other secrets', 'secret list --format json'] as const),
      { ok: true, text: '[{ "name": "OTHER" }]' },
      ...(['no secret EDITORS', 'secret put EDITORS'] as const),
    ],
    [
      ...(['whatever else', 'queues info deliveries'] as const),
      { ok: false, text: 'More than one account available' },
      ...(['wrangler says: More than one account', 'see'] as const),
    ],
  ])('with %s is told with what mends it', (_, command, said, what, mend) => {
    const { ask } = account({ [command]: said })
    expect(accountFaults(ask, merged().config)).toEqual([
      { what: expect.stringContaining(what), mend: expect.stringContaining(mend) },
    ])
  })
})

describe('npm run deploy', () => {
  /** What is done, in its order: `ask` of what changes nothing left out. */
  function surroundings(lacks: Parameters<typeof account>[0] = {}, more: object = {}) {
    const { asked, ask } = account(lacks)
    const done = asked
    const said: string[] = []
    const around: Surroundings = {
      ...{ config: merged().config, faults: [], migrations: migrationNames() },
      ...{ commit: 'abc1234', changed: [], ask, say: (line) => said.push(line) },
      show: (args) => {
        done.push(args.join(' '))
        return 0
      },
      rebuild: async () => done.push('rebuild'),
      ...more,
    }
    const changes = () => done.filter((each) => !/info|list|whoami|--dry-run/.test(each))
    return { around, changes, said }
  }

  const DEPLOYED = 'deploy --tag abc1234'
  const APPLIED = 'd1 migrations apply DB --remote'
  const pending = (...names: string[]) => ({
    'd1 migrations list DB --remote': { ok: true, text: `│ ${names.join(' │\n│ ')} │` },
  })

  test('deploys what is right, and migrates nothing where nothing is to be', async () => {
    const { around, changes } = surroundings()
    expect(await deploy(around)).toBe(true)
    expect(changes()).toEqual([DEPLOYED])
  })

  test('migrates an empty database, from which nothing follows yet', async () => {
    const { around, changes } = surroundings(pending(...migrationNames()))
    expect(await deploy(around)).toBe(true)
    expect(changes()).toEqual([APPLIED, DEPLOYED])
  })

  test('makes anew what follows from the reports before the new Worker reads it, and once more after the old one', async () => {
    const { around, changes } = surroundings(pending(migrationNames().at(-1) ?? ''))
    expect(await deploy(around)).toBe(true)
    expect(changes()).toEqual([APPLIED, 'rebuild', DEPLOYED, 'rebuild'])
  })

  test.each<[string, Parameters<typeof account>[0], object]>([
    ['a setting', {}, { config: merged({ database_id: 'local' }).config }],
    ['what is not committed', {}, { changed: ['src/app.tsx'] }],
    ['a bundle that fails', { 'deploy --dry-run': { ok: false, text: '' } }, {}],
    ['a secret that is missing', { 'secret list --format json': { ok: true, text: '[]' } }, {}],
    [
      'a list that cannot be read',
      { 'd1 migrations list DB --remote': { ok: true, text: '' } },
      {},
    ],
  ])('changes nothing for %s', async (_, lacks, more) => {
    const { around, changes, said } = surroundings(lacks, more)
    expect(await deploy(around)).toBe(false)
    expect(changes()).toEqual([])
    expect(said.at(-1)).toMatch(/^✗ .*\n {2}→ |do not apply/s)
  })

  test('deploys nothing on a database that could not be migrated', async () => {
    const fails = { ...pending('0001_ledger.sql'), [APPLIED]: { ok: false, text: 'syntax error' } }
    const { around, changes, said } = surroundings(fails)
    expect(await deploy(around)).toBe(false)
    expect(changes()).toEqual([APPLIED])
    expect(said.at(-1)).toContain('syntax error')
  })

  test('reads wrangler’s own list of migrations, before and after', () => {
    const on = ['DB', '--local', '--persist-to', temporaryDirectory()]
    const before = askWrangler(['d1', 'migrations', 'list', ...on])
    expect(migrationNames().filter((name) => !before.text.includes(name))).toEqual([])
    expect(askWrangler(['d1', 'migrations', 'apply', ...on]).ok).toBe(true)
    const after = askWrangler(['d1', 'migrations', 'list', ...on])
    expect(after.text).toContain('No migrations to apply')
  })

  test('rehearses all that a deployment would refuse without an account, and changes nothing', () => {
    const { around, changes, said } = surroundings({}, { config: base, changed: ['src/app.tsx'] })
    expect(rehearse(around)).toBe(false)
    expect(changes()).toEqual([])
    expect(said).toContain(
      '✗ SITE_URL is empty.\n  → in production.jsonc: "vars": { "SITE_URL": "https://deadlines.example.org" }',
    )
    expect(said).toContain('Not committed, so a deployment would refuse: src/app.tsx')
  })

  test('rehearses without an account: the settings, the migrations and the bundle', async () => {
    const settings = join(temporaryDirectory(), 'rehearsal.jsonc')
    onTestFinished(() => rmSync(fromRoot('wrangler.rehearsal.json'), { force: true }))
    writeFileSync(settings, `// My own.\n${JSON.stringify(OWN)}`)
    const right = await run('deploy.ts', '--dry-run', '--settings', settings)
    expect([right.code, right.err]).toEqual([0, ''])
    for (const name of migrationNames()) expect(right.out).toContain(name)
    expect(right.out).toMatch(/The Worker is [12]\.\d+ MiB, compressed; an account may have 3 /)
    expect(right.out).not.toContain('✗')
    expect(await run('deploy.ts', '--wet-run')).toMatchObject({ code: 2, out: '' })
  })
})
