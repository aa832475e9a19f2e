/** What the runbook tells to do, done. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { fromRoot } from '../../scripts/project.ts'
import { EDITOR_TOKEN, startTracker } from '../browser/tracker.ts'
import { run } from './run.ts'
import { temporaryDirectory } from './temporary.ts'

const bash = promisify(execFile)

test('The runbook’s commands do on a tracker what it says', async () => {
  const text = readFileSync(fromRoot('docs/runbook.md'), 'utf8')
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, commands]) => commands)
  expect(blocks).toHaveLength(6)
  const cwd = temporaryDirectory()
  const tracker = await startTracker()
  const env = { ...process.env, TRACKER: tracker.origin, TOKEN: EDITOR_TOKEN }
  const said: string[] = []
  for (const block of blocks) {
    said.push((await bash('bash', ['-euo', 'pipefail', '-c', block], { cwd, env })).stdout)
  }
  const exchange = await (await fetch(`${tracker.origin}/deadlines/prisoner-exchange.json`)).json()
  expect(exchange).toMatchObject({ when: '2025-08-14', reports: 4 })
  const strait = await (await fetch(`${tracker.origin}/deadlines/strait-reopening.json`)).json()
  expect(strait).toMatchObject({ when: '2026-04-02', certainty: 'firm' })
  expect(JSON.parse(said[3])).toEqual({ lines: 3, recorded: 3 })
  expect(JSON.parse(said[5])).toEqual({ lines: 34, recorded: 0 })
  // Whoever works on it sees each request by a line of wrangler's, and no second one.
  expect(tracker.said).toContain('GET /ledger.ndjson 200 OK')
  expect(tracker.said).not.toContain('"event":"request"')
  await tracker.stop()
})

test('npm run editor makes a token and the entry that goes with it, or says how to ask', async () => {
  const { code, out } = await run('editor.ts', 'Ada', 'Lovelace')
  expect(code).toBe(0)
  const [, token, name, digest] = /\n {2}(\S+)\n.*\n {2}(.+):([0-9a-f]{64})\n/s.exec(out) ?? []
  expect(name).toBe('Ada Lovelace')
  const { createHash } = await import('node:crypto')
  expect(createHash('sha256').update(token).digest('hex')).toBe(digest)
  for (const bad of [[], ['a:b'], ['a,b'], ['x'.repeat(101)]]) {
    expect(await run('editor.ts', ...bad)).toMatchObject({ code: 2, out: '' })
  }
})
