/** `npm start`: the tracker on this machine, with its ledger, its token and its addresses. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import {
  boardPath,
  DAY_OF_REFERENCE,
  DESK,
  feedPath,
  NOTHING_ASKED,
  statusPath,
} from '../src/href.ts'
import { makeDevVars } from './dev-vars.ts'
import { fromRoot, LOCAL_STATE, wranglerEnvironment } from './project.ts'
import { announceServer, runSchedule } from './running-server.ts'
import { loadShippedLedger } from './shipped-ledger.ts'

const passedOn = process.argv.slice(2)

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Where the ledger is kept: wrangler's own option, so that both work on the same files. */
function stateDirectory(): string {
  const { values } = parseArgs({
    args: passedOn,
    strict: false,
    options: { 'persist-to': { type: 'string' } },
  })
  return typeof values['persist-to'] === 'string' ? values['persist-to'] : LOCAL_STATE
}

function sayAddresses(origin: string): void {
  const asking = { ...NOTHING_ASKED, at: DAY_OF_REFERENCE }
  say(`
Eleventh Hour is up. Open

  ${origin}${boardPath()}
      the board, as of now
  ${origin}${boardPath(asking)}
      the board as of 21 July 2025
  ${origin}${feedPath()}
      the feed, for a reader
  ${origin}${statusPath(asking)}
      the JSON, for a program
  ${origin}${DESK}
      the desk, where editors record, with the token that was shown when .dev.vars was made

Stop with Ctrl+C. All that is recorded is kept.
`)
}

function serve(): void {
  const wrangler = spawn(
    fromRoot('node_modules/.bin/wrangler'),
    ['dev', '--show-interactive-dev-session=false', ...passedOn],
    { cwd: fromRoot('.'), env: wranglerEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let takeBack = () => {}
  createInterface({ input: wrangler.stdout }).on('line', (line) => {
    const ready = /Ready on (https?:\/\/\S+)/.exec(line)
    if (ready) {
      takeBack = announceServer(stateDirectory(), ready[1])
      sayAddresses(ready[1])
      keepTime(ready[1])
    } else if (isNews(line)) say(line)
  })
  passOn(wrangler.stderr)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => wrangler.kill(signal))
  }
  wrangler.on('exit', (code) => {
    takeBack()
    process.exit(code ?? 0)
  })
}

/** The word that nobody runs the schedule here, to its end: keepTime does. */
const ON_SCHEDULES =
  /Scheduled Workers are not automatically triggered|To manually trigger|cdn-cgi\/local\/scheduled|test-cron-triggers/

/** What is wrong, without what wrangler says of schedules and the empty lines around it. */
function passOn(errors: Readable): void {
  createInterface({ input: errors }).on('line', (line) => {
    if (line.trim() && !ON_SCHEDULES.test(line)) process.stderr.write(`${line}\n`)
  })
}

const HOUR_MS = 3600 * 1000

/** Runs the schedule every hour: first now, for what came to pass while nothing ran here. */
function keepTime(origin: string): void {
  runSchedule(origin)
  setInterval(() => runSchedule(origin), HOUR_MS).unref()
}

/** What wrangler says on every start is no news: its banner, its bindings, its build. */
function isNews(line: string): boolean {
  return /\[wrangler:(err|warn)|✘|ERROR|Error|^\[wrangler:info\] (GET|POST|HEAD)/.test(line)
}

const token = makeDevVars(fromRoot('.dev.vars'))
if (token)
  say(`Made .dev.vars with an editor "local". The token, shown only this once:\n\n  ${token}\n`)
say('Preparing the ledger …')
say(await loadShippedLedger(stateDirectory()))
say('Starting the server …')
serve()
