/**
 * Modules that are data alone become texts, each with a script beside it that reads it when it is
 * imported: a runtime compiles every script before it answers anybody, and leaves texts alone.
 */
import { readFile } from 'node:fs/promises'
import { parse } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import type { Plugin } from 'esbuild'

const TEXT = 'text-of:'

/** Those whose paths match. */
export function dataModules(data: RegExp): Plugin {
  return {
    name: 'data modules',
    setup(build) {
      build.onLoad({ filter: /\.(ts|json)$/, namespace: 'file' }, async ({ path }) =>
        data.test(path) ? { contents: scriptFor(path, Object.keys(await exportsOf(path))) } : null,
      )
      build.onResolve({ filter: new RegExp(`^${TEXT}`) }, ({ path }) => ({
        path: `${parse(path).name}.txt`,
        namespace: TEXT,
        pluginData: path.slice(TEXT.length),
      }))
      build.onLoad({ filter: /./, namespace: TEXT }, async ({ pluginData }) => ({
        contents: JSON.stringify(await exportsOf(pluginData)),
        loader: 'copy',
      }))
    },
  }
}

async function exportsOf(path: string): Promise<Record<string, unknown>> {
  const { base, ext } = parse(path)
  if (ext === '.json') return { default: JSON.parse(await readFile(path, 'utf8')) }
  const exported = { ...(await import(pathToFileURL(path).href)) }
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(exported)), exported)) return exported
  throw new Error(`${base} has more than JSON can say`)
}

function scriptFor(path: string, names: string[]): string {
  return [
    `import text from ${JSON.stringify(TEXT + path)}`,
    'const data = JSON.parse(text)',
    ...names.map((name) =>
      name === 'default' ? 'export default data.default' : `export const ${name} = data.${name}`,
    ),
  ].join('\n')
}
