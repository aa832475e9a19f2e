/** `npm run production -- …`: a command of wrangler's, on the tracker in production. */
import { OWN_SETTINGS, readProduction, writeConfiguration } from './deploy/settings.ts'
import { showWrangler } from './wrangler.ts'

/** Gives the exit status. */
function run(args: string[]): number {
  const { config, faults } = readProduction(OWN_SETTINGS)
  for (const { what, mend } of faults) process.stderr.write(`✗ ${what}\n  → ${mend}\n`)
  if (faults.length > 0) return 1
  return showWrangler([...args, '--config', writeConfiguration(config, OWN_SETTINGS)])
}

try {
  process.exitCode = run(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
}
