import { relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { type BuiltWorker, bundleWorker } from '../../scripts/build-worker.ts'
import { fromRoot } from '../../scripts/project.ts'

const KIB = 1024
const ENTRY = 'dist/worker/worker.mjs'

/** Of each module, by its path, the bytes after gzip. */
let weights: Map<string, number>
let outputs: BuiltWorker['metafile']['outputs']
let modules: BuiltWorker['modules']

beforeAll(async () => {
  const built = await bundleWorker()
  modules = built.modules
  outputs = built.metafile.outputs
  weights = new Map(
    modules.map(({ path, contents }) => [
      relative(fromRoot('.'), path),
      gzipSync(contents, { level: 9 }).length,
    ]),
  )
})

/** The entry, and each module that it imports by name, or that one of these does. */
function loadedAtStart(): string[] {
  const seen = new Set([ENTRY])
  for (const path of seen) {
    for (const { kind, path: imported } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && weights.has(imported)) seen.add(imported)
    }
  }
  return [...seen]
}

const sizeOf = (paths: string[]) =>
  paths.reduce((sum, path) => sum + (weights.get(path) ?? Number.NaN), 0)

const isScript = (path: string) => path.endsWith('.mjs')
const isText = (path: string) => path.endsWith('.txt')
const paths = (isOne: (path: string) => boolean) => [...weights.keys()].filter(isOne)

/** As wrangler weighs what it uploads: all of it in one. */
function sizeTogether(isOne: (path: string) => boolean): number {
  const some = modules.filter(({ path }) => isOne(path)).map(({ contents }) => contents)
  return gzipSync(Buffer.concat(some), { level: 9 }).length
}

describe('The Worker as it is deployed', () => {
  test('has at most 236 KiB of scripts in all, gzipped as it is uploaded: the bar is 256', () => {
    expect(sizeTogether(isScript)).toBeLessThan(236 * KIB)
  })

  test('has at most 266 KiB of scripts where each is gzipped by itself', () => {
    expect(sizeOf(paths(isScript))).toBeLessThan(266 * KIB)
  })

  test('loads at its start at most 116 KiB of them, each gzipped by itself', () => {
    expect(sizeOf(loadedAtStart())).toBeLessThan(116 * KIB)
  })

  test('has beside them at most 100 KiB of texts, none of which is read at its start', () => {
    expect(paths(isText)).toHaveLength(15)
    expect(sizeOf(paths(isText))).toBeLessThan(100 * KIB)
    expect(loadedAtStart().filter(isText)).toEqual([])
  })

  test('loads no desk, intake, docs or preview picture at its start', () => {
    const sources = loadedAtStart().flatMap((path) => Object.keys(outputs[path].inputs))
    expect(sources).toContain('src/page/frame.tsx')
    expect(sources.filter((path) => LATER.test(path))).toEqual([])
    expect(loadedAtStart().filter((path) => !isScript(path))).toEqual([])
  })
})

/** Where their routes are named is there from the start. */
const LATER =
  /^src\/(intake|page\/(desk|docs|preview)|api\/(desk\/(?!desk\.ts)|contract\/(?!contract\.ts)))|chrono-node|zod-openapi|resvg/
