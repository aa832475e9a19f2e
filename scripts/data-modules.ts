/**
 * Modules that export data alone are run when the Worker is built. What they come to is a text, with
 * a script beside it that reads it when it is imported: a runtime compiles every script before it
 * answers anybody, and leaves texts alone.
 */
import { readFile } from 'node:fs/promises'
import { parse } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { build, type Plugin } from 'esbuild'

const TEXT = 'text-of:'

/** Those whose paths match. */
export function dataModules(data: RegExp): Plugin {
  return {
    name: 'data modules',
    setup(bundler) {
      const texts = new Map<string, string>()
      bundler.onLoad({ filter: /\.(ts|json)$/, namespace: 'file' }, async ({ path }) => {
        if (!data.test(path)) return null
        const exported = await exportsOf(path)
        texts.set(path, JSON.stringify(exported))
        return { contents: scriptFor(path, Object.keys(exported)) }
      })
      bundler.onResolve({ filter: new RegExp(`^${TEXT}`) }, ({ path }) => ({
        path: `${parse(path).name}.txt`,
        namespace: TEXT,
        pluginData: path.slice(TEXT.length),
      }))
      bundler.onLoad({ filter: /./, namespace: TEXT }, ({ pluginData }) => ({
        contents: texts.get(pluginData),
        loader: 'copy',
      }))
    },
  }
}

async function exportsOf(path: string): Promise<Record<string, unknown>> {
  const { base, ext } = parse(path)
  if (ext === '.json') return { default: JSON.parse(await readFile(path, 'utf8')) }
  const exported = { ...(await import(await bundled(path))) }
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(exported)), exported)) return exported
  throw new Error(`${base} has more than JSON can say`)
}

/** As an address of a module with all that it imports, since Node takes no JSX. */
async function bundled(path: string): Promise<string> {
  const { outputFiles } = await build({
    ...{ entryPoints: [path], bundle: true, format: 'esm', platform: 'node', write: false },
    ...{ jsx: 'automatic', jsxImportSource: 'hono/jsx', logLevel: 'error' },
  })
  return `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
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
