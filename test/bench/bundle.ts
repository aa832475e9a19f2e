/** The Worker as it is deployed: what `wrangler deploy` would send, as modules for a runtime. */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { fromRoot, wranglerEnvironment } from '../../scripts/project.ts'

export interface Module {
  type: 'ESModule' | 'CompiledWasm' | 'Data' | 'Text'
  path: string
  contents: string | Uint8Array<ArrayBuffer>
}

/** Where it stands; its entry is named after `main` in wrangler.jsonc. */
export const BUNDLE = fromRoot('dist/bench/worker')
const ENTRY = 'worker.mjs'

export async function buildWorker(): Promise<void> {
  rmSync(BUNDLE, { recursive: true, force: true })
  const command = ['deploy', '--dry-run', '--outdir', BUNDLE]
  await promisify(execFile)(fromRoot('node_modules/.bin/wrangler'), command, {
    cwd: fromRoot('.'),
    env: { ...wranglerEnvironment(), CI: 'true' },
  })
}

const TYPES: Record<string, Module['type']> = {
  ...{ '.js': 'ESModule', '.mjs': 'ESModule', '.wasm': 'CompiledWasm', '.ttf': 'Data' },
  ...{ '.bin': 'Data', '.txt': 'Text', '.html': 'Text' },
}

/** All of its modules, the entry first; it may have been split into several. */
export function workerModules(): Module[] {
  const files = readdirSync(BUNDLE, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => extname(file) in TYPES)
    .sort((a, b) => Number(b === ENTRY) - Number(a === ENTRY))
    .map((file) => moduleAt(file))
}

function moduleAt(file: string): Module {
  const [path, type] = [join(BUNDLE, file), TYPES[extname(file)]]
  const isText = type === 'ESModule' || type === 'Text'
  return {
    type,
    path,
    contents: isText ? readFileSync(path, 'utf8') : new Uint8Array(readFileSync(path)),
  }
}

/** A Worker of the bench's own, as one module; the deployed one stays a module beside it. */
export async function ownModule(name: 'bare' | 'counting' | 'hono'): Promise<Module> {
  const { outputFiles } = await build({
    ...{ entryPoints: [fromRoot(`test/bench/workers/${name}.ts`)], bundle: true, write: false },
    ...{ format: 'esm', target: 'es2022', external: [`./${ENTRY}`], logLevel: 'error' },
  })
  return { type: 'ESModule', path: join(BUNDLE, `${name}.js`), contents: outputFiles[0].text }
}
