/**
 * Installs what the project needs, where it is missing or outdated, and then runs one of its npm
 * scripts. Plain JavaScript, since on a fresh clone it runs on the system's own Node (20 or later);
 * the script that it starts finds the project's Node 24 first on npm's PATH.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [script, ...rest] = process.argv.slice(2)

/** What was installed last: the lock file's hash, kept inside of what it describes. */
const receipt = join(root, 'node_modules/.installed-from')
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')

function npm(args) {
  const { status, error } = spawnSync('npm', args, { cwd: root, stdio: 'inherit' })
  if (error) throw error
  return status ?? 1
}

function isInstalled() {
  return existsSync(receipt) && readFileSync(receipt, 'utf8') === lock
}

if (!isInstalled()) {
  console.error('Installing what the project needs (once; half a minute with a warm cache) …')
  // Not `npm ci`: it refuses a lock file that leaves out packages for other systems, which a
  // registry that has only some of them cannot help. Errors alone are shown, since the packages
  // that want a newer Node than the system's get it from this same install.
  const status = npm(['install', '--no-save', '--loglevel=error', '--no-audit', '--no-fund'])
  if (status !== 0) process.exit(status)
  writeFileSync(receipt, lock)
}

process.exit(npm(['run', '--silent', script, '--', ...rest]))
