import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes a file, unless it is right already: it may be in use, and what watches it need not stir. */
export function keep(file: string, content: Uint8Array | string): void {
  const bytes = Buffer.from(content)
  if (existsSync(file) && readFileSync(file).equals(bytes)) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, bytes)
}

/** Leaves in a directory only the files of these names. */
export function keepOnly(directory: string, names: string[]): void {
  for (const name of readdirSync(directory)) {
    if (!names.includes(name)) rmSync(join(directory, name), { recursive: true })
  }
}
