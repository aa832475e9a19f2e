import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { describe, expect, test } from 'vitest'
import { makeDevVars } from '../../scripts/dev-vars.ts'
import { openDatabase } from '../../scripts/local-database.ts'
import { fromRoot } from '../../scripts/project.ts'
import { announceServer } from '../../scripts/running-server.ts'
import { loadShippedLedger } from '../../scripts/shipped-ledger.ts'
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

  test.each([[[]], [['import']], [['export', '--what']]])(
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

/** The tables that later migrations have made, though they may be gone again, the last first, and the indexes on tables of the first. */
function madeAfterTheFirst(): string[] {
  const directory = fromRoot('src/ledger/migrations')
  const later = readdirSync(directory).sort().slice(1)
  const text = later.map((name) => readFileSync(join(directory, name), 'utf8')).join('\n')
  const tables = [...text.matchAll(/^CREATE (TABLE \w+)/gm)].map(([, table]) => table)
  return ['INDEX deadlines_of_a_topic', ...new Set(tables.reverse())]
}

describe('A database of an earlier version', () => {
  test('is given what follows from its lines when it is opened', async () => {
    const state = temporaryDirectory()
    await loadShippedLedger(state)
    const earlier = await openDatabase(state)
    const count = (db: D1Database) =>
      db.prepare('SELECT count(*) AS rows FROM changes').first<number>('rows')
    const before = await count(earlier.db)
    expect(before).toBeGreaterThan(28)
    const undo = [
      ...madeAfterTheFirst().map((made) => `DROP ${made.replace(' ', ' IF EXISTS ')}`),
      "DELETE FROM d1_migrations WHERE name > '0002'",
    ]
    await earlier.db.batch(undo.map((sql) => earlier.db.prepare(sql)))
    await earlier.close()
    const migrated = await openDatabase(state)
    expect(await count(migrated.db)).toBe(before)
    await migrated.close()
  })
})
