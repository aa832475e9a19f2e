/**
 * `npm run bench:start`: what a start of the Worker costs, as it is deployed and in parts, beside that
 * of a bare Worker of Hono.
 */
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { buildWorker, type Module, ownModule, workerModules } from './bundle.ts'
import { readNumber, runCommand } from './command.ts'
import { compareStarts } from './starts.ts'

const USAGE = `Usage:
  npm run bench:start            each Worker is started eleven times, in turn
  --turns 21                     so many times`

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

await runCommand(USAGE, async () => {
  const { values } = parseArgs({ options: { turns: { type: 'string', default: '11' } } })
  const turns = readNumber('--turns', values.turns)
  await buildWorker()
  const modules = workerModules()
  const workers = [
    { name: 'a bare Worker of Hono', modules: [await ownModule('hono')] },
    { name: 'the modules that are loaded at the start', modules: loadedAtStart(modules) },
    {
      name: 'with all others but the picture’s',
      modules: withoutKinds(modules, 'CompiledWasm', 'Data'),
    },
    { name: 'with its faces', modules: withoutKinds(modules, 'CompiledWasm') },
    { name: 'with its WebAssembly: as it is deployed', modules },
  ]
  for (const { name, milliseconds, timesTheFirst } of await compareStarts(workers, turns)) {
    const figures = `${milliseconds.toFixed(1).padStart(6)} ms ${timesTheFirst.toFixed(2).padStart(6)}×`
    process.stdout.write(`${figures}  ${name}\n`)
  }
})
