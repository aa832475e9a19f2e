/** `npm run production -- …`: a command of wrangler's, on the tracker in production. */
import { OWN_SETTINGS, readProduction, writeConfiguration } from './deploy/settings.ts'
import { showWrangler } from './wrangler.ts'

const { config, faults } = readProduction(OWN_SETTINGS)
for (const { what, mend } of faults) process.stderr.write(`✗ ${what}\n  → ${mend}\n`)
process.exitCode =
  faults.length > 0
    ? 1
    : showWrangler([...process.argv.slice(2), '--config', writeConfiguration(config, OWN_SETTINGS)])
