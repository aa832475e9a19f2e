/** `npm run deploy`: to production, by wrangler.jsonc and the settings in production.jsonc. */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { deploy, rehearse, type Surroundings } from './deploy/deployment.ts'
import { OWN_SETTINGS, readProduction, writeConfiguration } from './deploy/settings.ts'
import { migrationNames } from './migrations.ts'
import { fromRoot } from './project.ts'
import { rebuildRemote } from './remote-database.ts'
import { askWrangler, showWrangler } from './wrangler.ts'

const USAGE = `Usage:
  npm run deploy                 check all, apply the migrations, deploy
  npm run deploy -- --dry-run    only what needs no account, and changes nothing

  --settings FILE   your own settings, if they are not in production.jsonc`

const OPTIONS = { 'dry-run': { type: 'boolean' }, settings: { type: 'string' } } as const

function surroundings(settings: string): Surroundings {
  const { config, faults } = readProduction(settings)
  const on = ['--config', writeConfiguration(config, settings)]
  return {
    ...{ config, faults, migrations: migrationNames() },
    commit: git('rev-parse', '--short', 'HEAD')[0] ?? 'unknown',
    changed: git('status', '--porcelain').map((line) => line.trim().replace(/^\S+ +/, '')),
    ask: (args) => askWrangler([...args, ...on]),
    show: (args) => showWrangler([...args, ...on]),
    rebuild: () => rebuildRemote(config),
    say: (line) => process.stdout.write(`${line}\n`),
  }
}

/** The lines that git prints; none where there is no git. */
function git(...args: string[]): string[] {
  const { stdout } = spawnSync('git', args, { cwd: fromRoot('.'), encoding: 'utf8' })
  return (stdout ?? '').split('\n').filter(Boolean)
}

try {
  const { values } = parseArgs({ options: OPTIONS })
  const around = surroundings(values.settings ?? OWN_SETTINGS)
  const isWell = values['dry-run'] ? rehearse(around) : await deploy(around)
  process.exitCode = isWell ? 0 : 1
} catch (error) {
  const { code, message } = error as { code?: string; message: string }
  const isUsage = code?.startsWith('ERR_PARSE_ARGS')
  process.stderr.write(`${message}\n${isUsage ? `${USAGE}\n` : ''}`)
  process.exitCode = isUsage ? 2 : 1
}
