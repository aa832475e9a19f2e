/** The contract as others use it: held against OpenAPI's own schema, and made into a client. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromRoot } from '../../scripts/project.ts'
import { EDITOR_TOKEN, type RunningTracker, startTracker } from '../browser/tracker.ts'

/** Within the project, so that the program finds what is installed. */
const CLIENT = fromRoot('dist/client')

const CONFIGURATION = {
  extends: fromRoot('tsconfig.json'),
  compilerOptions: { types: ['node'] },
  include: ['.'],
}

let tracker: RunningTracker
let contract: OpenAPI3

beforeAll(async () => {
  tracker = await startTracker()
  contract = (await (await fetch(`${tracker.origin}/openapi.json`)).json()) as OpenAPI3
})

afterAll(() => tracker?.stop())

function run(command: string, ...args: string[]) {
  const { stdout, stderr, status } = spawnSync(fromRoot(`node_modules/.bin/${command}`), args, {
    cwd: CLIENT,
    encoding: 'utf8',
  })
  return { stdout, stderr, status }
}

test('The contract is OpenAPI 3.1, and names the server that it came from', async () => {
  const { valid, errors } = await new Validator().validate({ ...structuredClone(contract) })
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
  expect(contract).toMatchObject({ openapi: '3.1.0', servers: [{ url: tracker.origin }] })
})

async function makeClient(): Promise<void> {
  rmSync(CLIENT, { recursive: true, force: true })
  mkdirSync(CLIENT, { recursive: true })
  cpSync(fromRoot('test/scripts/client'), CLIENT, { recursive: true })
  writeFileSync(`${CLIENT}/contract.ts`, astToString(await openapiTS(structuredClone(contract))))
  writeFileSync(`${CLIENT}/tsconfig.json`, JSON.stringify(CONFIGURATION))
}

test('A client made from it type-checks, catches what is wrong, and works', async () => {
  await makeClient()
  expect(run('tsc', '-p', '.')).toEqual({ stdout: '', stderr: '', status: 0 })

  const { stdout, stderr } = run('node', 'program.ts', tracker.origin, EDITOR_TOKEN)
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({
    slug: 'talks-on-the-crossing',
    recordedBy: 'Ada Lovelace',
    refused: ['#/when'],
    when: '2030-05-11',
    certainty: 'tentative',
    log: ['date'],
    listed: ['talks-on-the-crossing'],
    nowhere: 404,
  })
})
