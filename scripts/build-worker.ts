/**
 * Bundles the Worker into dist/worker, as the modules that it is deployed as: the entry with what
 * every request needs, and beside it what `import()` loads when it is first needed. Wrangler itself
 * would make one script of all.
 */
import { basename } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { dataModules } from './data-modules.ts'
import { keep, keepOnly } from './keep.ts'
import { fromRoot } from './project.ts'

/** Where wrangler.jsonc has them. */
const OUT = fromRoot('dist/worker')

/**
 * Every language but English, which each start needs; the contract; the names that intake knows; the
 * measures of the faces.
 */
const DATA =
  /\/page\/words\/(?!en)[a-z]{2}\.ts$|\/intake\/.*-table\.ts$|\/contract\/document\.ts$|\/faces\.json$/

export interface BuiltWorker {
  modules: { path: string; contents: Uint8Array }[]
  /** What each is made of, and imports. */
  metafile: Metafile
}

/** For the runtime, as wrangler would, but split, and without the names that minifying takes. */
export async function bundleWorker(): Promise<BuiltWorker> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: fromRoot('.'),
    entryPoints: ['src/worker.ts'],
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    write: false,
    outdir: OUT,
    // No package has this ending that is CommonJS: the rule of wrangler.jsonc is followed by the tests as well.
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    format: 'esm',
    target: 'es2024',
    platform: 'neutral',
    conditions: ['workerd', 'worker', 'browser'],
    mainFields: ['browser', 'module', 'main'],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    external: ['cloudflare:*', 'node:*'],
    loader: { '.wasm': 'copy', '.ttf': 'copy' },
    plugins: [dataModules(DATA)],
    // V8 reads a literal with its script, and \p{L} takes longer than all around it: so each is made when it is used.
    supported: { 'regexp-unicode-property-escapes': false },
    // A script with one letter that ASCII has not is read as if each had two bytes.
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'error',
  })
  return { modules: outputFiles, metafile }
}

if (import.meta.main) {
  const { modules } = await bundleWorker()
  for (const { path, contents } of modules) keep(path, contents)
  keepOnly(
    OUT,
    modules.map(({ path }) => basename(path)),
  )
}
