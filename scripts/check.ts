/** `npm test`: format, lint, types and every test, with one summary at the end. */
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { delimiter } from 'node:path'
import { fromRoot } from './project.ts'

interface Result {
  name: string
  passed: number
  failed: number
  seconds: number
}

const BIN = fromRoot('node_modules/.bin')
const REPORT = fromRoot('dist/tests.json')

/** Runs a tool with its output shown; whether it said that all is well. */
function run(command: string, args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(`${BIN}/${command}`, args, {
      cwd: fromRoot('.'),
      env: { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH}`, WRANGLER_LOG: 'error' },
      stdio: 'inherit',
    })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })
}

async function step(name: string, work: () => Promise<Omit<Result, 'name' | 'seconds'>>) {
  process.stdout.write(`\n── ${name}\n`)
  const start = performance.now()
  const result = await work()
  return { name, ...result, seconds: (performance.now() - start) / 1000 }
}

async function once(command: string, ...calls: string[][]) {
  let passed = 0
  for (const args of calls) passed += Number(await run(command, args))
  return { passed, failed: calls.length - passed }
}

/** Each has globals of its own: the Worker, the browser's script and its service worker, Node, the tests. */
const TYPED = ['.', 'src/page/client', 'src/page/client/service-worker', 'scripts', 'test']

/** Counts what vitest reports; a run that crashed before it could report is one failure. */
async function tests() {
  rmSync(REPORT, { force: true })
  const projects = ['core', 'workerd', 'machine'].map((name) => `--project=${name}`)
  const outcome = await run('vitest', [
    'run',
    ...projects,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
  ])
  const report = readReport()
  const missed = !outcome && report.failed === 0
  return { passed: report.passed, failed: report.failed + Number(missed) }
}

function readReport(): { passed: number; failed: number } {
  try {
    const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(REPORT, 'utf8'))
    return { passed: numPassedTests, failed: numTotalTests - numPassedTests }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

const results: Result[] = [
  await step('Build', () =>
    once('node', [fromRoot('scripts/build-assets.ts')], [fromRoot('scripts/build-worker.ts')]),
  ),
  await step('Format and lint', () => once('biome', ['ci', '--colors=off'])),
  await step('Types', () => once('tsc', ...TYPED.map((place) => ['-p', place]))),
  await step('Tests', tests),
]

process.stdout.write('\n')
for (const { name, failed, seconds } of results) {
  const verdict = failed === 0 ? 'ok' : `${failed} FAILED`
  process.stdout.write(
    `${name.padEnd(16)} ${verdict.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s\n`,
  )
}
const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
const failed = sum(results.map((result) => result.failed))
process.stdout.write(`\n${sum(results.map((result) => result.passed))} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
