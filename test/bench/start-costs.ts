/** What the Worker weighs, and what its start costs in parts, beside that of a bare Worker of Hono. */
import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Module, ownModule, workerModules } from './bundle.ts'
import { compareStarts, type Startable, type Started } from './starts.ts'

export interface StartCosts {
  /** Bytes of all scripts, gzipped in one, as they are uploaded. */
  scripts: number
  starts: Started[]
}

/** The picture's renderer and its faces are weighed apart: few ask for it. */
export const BUT_THE_PICTURE = 'with all others but the picture’s'

/** Of the Worker that was built last. */
export async function startCosts(turns: number): Promise<StartCosts> {
  const modules = workerModules()
  const scripts = modules.filter(({ type }) => type === 'ESModule')
  return {
    scripts: gzipSync(scripts.map(({ contents }) => contents).join(''), { level: 9 }).length,
    starts: await compareStarts(await startables(modules), turns),
  }
}

async function startables(modules: Module[]): Promise<Startable[]> {
  return [
    { name: 'a bare Worker of Hono', modules: [await ownModule('hono')] },
    { name: 'the modules that are loaded at the start', modules: loadedAtStart(modules) },
    { name: BUT_THE_PICTURE, modules: withoutKinds(modules, 'CompiledWasm', 'Data') },
    { name: 'with its faces', modules: withoutKinds(modules, 'CompiledWasm') },
    { name: 'with its WebAssembly: as it is deployed', modules },
  ]
}

/** What the entry imports by name, and what that imports: all else is behind an `import()`. */
function loadedAtStart(modules: Module[]): Module[] {
  const loaded = new Set([modules[0]])
  for (const { contents } of loaded) {
    const names = [...String(contents).matchAll(/\b(?:from|import)"\.\/([^"]+)"/g)].map(
      ([, name]) => name,
    )
    for (const module of modules) if (names.includes(fileOf(module))) loaded.add(module)
  }
  return [...loaded]
}

const fileOf = ({ path }: Module) => basename(path)
const withoutKinds = (modules: Module[], ...kinds: Module['type'][]) =>
  modules.filter(({ type }) => !kinds.includes(type))
