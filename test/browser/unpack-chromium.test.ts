import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { fromRoot } from '../../scripts/project.ts'
import { CHROMIUM } from './unpack-chromium.ts'

const folder = mkdtempSync(join(tmpdir(), 'eleventh-hour-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('Two that unpack the browser at once have one, whole, and leave nothing beside it', async () => {
  const module = JSON.stringify(fromRoot('test/browser/unpack-chromium.ts'))
  const place = JSON.stringify(join(folder, 'unpacked'))
  const script = `(await import(${module})).unpackTo(${place})`
  const unpack = () => promisify(execFile)(process.execPath, ['--eval', script])
  await Promise.all([unpack(), unpack()])
  expect(readdirSync(folder)).toEqual(['unpacked'])
  const sizeIn = (folder: string) => statSync(join(folder, 'chromium')).size
  expect(sizeIn(join(folder, 'unpacked'))).toBe(sizeIn(CHROMIUM))
})
