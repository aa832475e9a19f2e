import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unstable_readConfig as readConfig } from 'wrangler'
import { makeDevVars } from '../../scripts/dev-vars.ts'
import { openDatabase } from '../../scripts/local-database.ts'
import { fromRoot, wranglerEnvironment } from '../../scripts/project.ts'
import { announceServer } from '../../scripts/running-server.ts'
import { loadShippedLedger } from '../../scripts/shipped-ledger.ts'
import { isOpening, rereadLine } from '../../src/ledger/line.ts'
import { deadlineRow, reportRow } from '../../src/ledger/rows.ts'
import { serveLocally } from '../browser/local-server.ts'
import { run } from './run.ts'
import { temporaryDirectory } from './temporary.ts'

const SHIPPED = fromRoot('src/shipped/russia-ukraine-2025.ndjson')

describe('npm run ledger', () => {
  test('imports, exports the same bytes, and rebuilds', async () => {
    const directory = temporaryDirectory()
    const on = ['--persist-to', join(directory, 'state')]
    const imported = await run('ledger.ts', 'import', SHIPPED, ...on)
    expect([imported.code, imported.err]).toEqual([0, expect.stringContaining('28 of 28 lines')])
    const out = join(directory, 'export.ndjson')
    expect((await run('ledger.ts', 'export', out, ...on)).code).toBe(0)
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(SHIPPED, 'utf8'))
    expect((await run('ledger.ts', 'export', ...on)).out).toBe(readFileSync(SHIPPED, 'utf8'))
    expect((await run('ledger.ts', 'rebuild', ...on)).err).toContain('7 deadlines')
  })

  test('names a bad line by file and number, and records nothing', async () => {
    const directory = temporaryDirectory()
    const on = ['--persist-to', join(directory, 'state')]
    const bad = join(directory, 'bad.ndjson')
    writeFileSync(bad, readFileSync(SHIPPED, 'utf8').replace('2025-08-07/', '2025-08-32/'))
    const refused = await run('ledger.ts', 'import', bad, ...on)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain(`${bad}:9: /when there is no 2025-08-32`)
    expect(refused.err).toContain('Nothing of the file is recorded.')
    expect((await run('ledger.ts', 'export', ...on)).out).toBe('')
  })

  test.each([[[]], [['import']], [['export', '--what']], [['export', '--remote']]])(
    'says how it is used when called as %j',
    async (args) => {
      const refused = await run('ledger.ts', ...args)
      expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('npm run ledger --')])
    },
  )

  test('has a server that runs beside it look, before and after, and says where it does not answer', async () => {
    const state = temporaryDirectory()
    const on = ['--persist-to', state]
    let looks = 0
    const { origin, stop } = await serveLocally((_, response) => {
      looks++
      response.end('ok')
    })
    announceServer(state, origin)
    const heard = await run('ledger.ts', 'import', SHIPPED, ...on)
    expect([heard.code, heard.err, looks]).toEqual([0, expect.not.stringContaining('server'), 2])
    expect((await run('ledger.ts', 'export', ...on)).code).toBe(0)
    expect(looks).toBe(2)
    stop()
    const unheard = await run('ledger.ts', 'import', SHIPPED, ...on)
    expect([unheard.code, unheard.err]).toEqual([0, expect.stringContaining('does not answer')])
  })

  test('says so when the file is not there', async () => {
    const on = ['--persist-to', join(temporaryDirectory(), 'state')]
    const refused = await run('ledger.ts', 'import', 'nowhere.ndjson', ...on)
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('nowhere.ndjson')])
  })
})

describe('.dev.vars', () => {
  test('is made once, for its owner alone, with the digest of a token that is shown', () => {
    const file = join(temporaryDirectory(), '.dev.vars')
    const token = makeDevVars(file)
    expect(token).toMatch(/^[\w-]{32}$/)
    const made = readFileSync(file, 'utf8')
    expect(made).toMatch(/^EDITORS=local:[0-9a-f]{64}\n$/)
    expect(made).not.toContain(token)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(makeDevVars(file)).toBeNull()
    expect(readFileSync(file, 'utf8')).toBe(made)
    expect(existsSync(file)).toBe(true)
  })
})

describe('Two at once', () => {
  test('make one database of a fresh state, and record each line once', async () => {
    const on = ['--persist-to', join(temporaryDirectory(), 'state')]
    const both = await Promise.all([1, 2].map(() => run('ledger.ts', 'import', SHIPPED, ...on)))
    expect(both.map(({ code, err }) => [code, code === 0 ? '' : err])).toEqual([
      [0, ''],
      [0, ''],
    ])
    expect((await run('ledger.ts', 'export', ...on)).out.split('\n')).toHaveLength(29)
  })
})

const FIRST_MIGRATION = '0001_ledger.sql'

/** A database as the first version made it, with the shipped lines and nothing that follows from them. */
function makeFirstVersion(state: string): void {
  const directory = temporaryDirectory()
  const migrations = join(directory, 'migrations')
  mkdirSync(migrations)
  const first = fromRoot(`src/ledger/migrations/${FIRST_MIGRATION}`)
  copyFileSync(first, join(migrations, FIRST_MIGRATION))
  const { name, compatibility_date, d1_databases } = readConfig({
    config: fromRoot('wrangler.jsonc'),
  })
  const databases = d1_databases.map((each: object) => ({ ...each, migrations_dir: migrations }))
  const config = join(directory, 'wrangler.json')
  writeFileSync(config, JSON.stringify({ name, compatibility_date, d1_databases: databases }))
  const lines = join(directory, 'lines.sql')
  writeFileSync(lines, linesAsSql())
  const on = ['--local', '--persist-to', state, '--config', config]
  for (const command of [
    ['d1', 'migrations', 'apply', 'DB', ...on],
    ['d1', 'execute', 'DB', '--file', lines, ...on],
  ]) {
    execFileSync(fromRoot('node_modules/.bin/wrangler'), command, {
      env: { ...wranglerEnvironment(), CI: 'true' },
    })
  }
}

function linesAsSql(): string {
  const texts = readFileSync(SHIPPED, 'utf8').trimEnd().split('\n')
  const lines = texts.map((text, index) => {
    const line = rereadLine(text)
    return isOpening(line) ? deadlineRow(line, index + 1) : reportRow(line, index + 1)
  })
  const quoted = (value: unknown) =>
    value === null ? 'NULL' : `'${String(value).replaceAll("'", "''")}'`
  const inserted = lines.map((row) => {
    const table = 'slug' in row ? 'deadlines' : 'reports'
    return `INSERT INTO ${table} (${Object.keys(row)}) VALUES (${Object.values(row).map(quoted)});`
  })
  return [...inserted, `UPDATE head SET seq = ${lines.length};`].join('\n')
}

describe('A database of an earlier version', () => {
  test('is given what follows from its lines when it is opened', async () => {
    const [earlier, present] = [temporaryDirectory(), temporaryDirectory()]
    makeFirstVersion(earlier)
    await loadShippedLedger(present)
    const derivedIn = async (state: string) => {
      const { db, close } = await openDatabase(state)
      const tables = ['states', 'changes', 'census_spans', 'cases', 'endings'].map((table) => {
        return db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3, 4, 5`).all()
      })
      const rows = (await Promise.all(tables)).map(({ results }) => results)
      await close()
      return rows
    }
    const derived = await derivedIn(present)
    expect(derived.every((rows) => rows.length > 5)).toBe(true)
    expect(await derivedIn(earlier)).toEqual(derived)
  })
})
