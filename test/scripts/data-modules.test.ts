import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { dataModules } from '../../scripts/data-modules.ts'

/** What becomes of a module that is to be data: the script that imports it, and the texts beside it. */
async function bundled(source: string) {
  const directory = mkdtempSync(join(tmpdir(), 'data-modules-'))
  writeFileSync(join(directory, 'words.ts'), source)
  writeFileSync(join(directory, 'entry.ts'), "export { greeting } from './words.ts'")
  const { outputFiles } = await build({
    ...{ entryPoints: [join(directory, 'entry.ts')], bundle: true, format: 'esm', write: false },
    ...{ outdir: join(directory, 'out'), logLevel: 'silent' },
    plugins: [dataModules(/words\.ts$/)],
  })
  const ofKind = (ending: string) =>
    outputFiles.filter(({ path }) => path.endsWith(ending)).map(({ text }) => text)
  return { scripts: ofKind('.js'), texts: ofKind('.txt') }
}

test('A module of data is a text, and a script that reads it', async () => {
  const { scripts, texts } = await bundled("export const greeting = { en: 'hello' as const }")
  expect(texts).toEqual(['{"greeting":{"en":"hello"}}'])
  expect(scripts.join()).toMatch(/JSON\.parse/)
  expect(scripts.join()).not.toMatch(/hello/)
})

test('A module that has more than data is refused by its name', async () => {
  await expect(bundled("export const greeting = () => 'hello'")).rejects.toThrow(
    'words.ts has more than JSON can say',
  )
})
