/**
 * Unpacks the browser once, before any test asks for it. The npm package does so into the machine's
 * /tmp when it is first asked, and takes a file that is there for a finished one: of several test
 * files on a new machine, one starts what another is still writing; and what was cut off, or is of
 * an older version, stays.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromRoot } from '../../scripts/project.ts'

/** Inside of the package, so that it goes when another version is installed. */
export const CHROMIUM = fromRoot('node_modules/@sparticuz/chromium/unpacked')

/** For vitest, which runs it once for all files (`globalSetup`). */
export default function unpackOnce(): void {
  if (!existsSync(CHROMIUM)) unpackTo(CHROMIUM)
}

/** There is nothing at the place until all of it is. Of several at once, the first one's is kept. */
export function unpackTo(place: string): void {
  const made = mkdtempSync(`${place}-`)
  try {
    unpackInto(made)
    nameFonts(made, place)
    renameSync(made, place)
  } catch (error) {
    if (!existsSync(place)) throw error
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}

const UNPACK = `await (await import('@sparticuz/chromium')).default.executablePath()`

/** In a process of its own, as the package reads its environment when it is loaded, and changes it. */
function unpackInto(folder: string): void {
  execFileSync(process.execPath, ['--input-type=module', '--eval', UNPACK], {
    cwd: fromRoot('.'),
    // It unpacks its own libraries where it takes the machine for that runtime.
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  })
}

/** The package's own list of fonts says where they are, and takes that to be /tmp. */
function nameFonts(folder: string, place: string): void {
  const list = readFileSync(join(folder, 'fonts/fonts.conf'), 'utf8')
  writeFileSync(join(folder, 'fonts.conf'), list.replaceAll('/tmp/', `${place}/`))
}
