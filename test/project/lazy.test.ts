import type { Metafile } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'
import { bundleWorker } from '../../scripts/build-worker.ts'

let graph: Metafile['inputs']
let outputs: Metafile['outputs']

beforeAll(async () => {
  const { metafile } = await bundleWorker()
  graph = metafile.inputs
  outputs = metafile.outputs
})

/** All that is loaded with the entry, by imports of some kinds. */
function reached(kinds: string[]): string[] {
  const seen = new Set(['src/worker.ts'])
  for (const path of seen) {
    for (const { kind, path: imported } of graph[path]?.imports ?? []) {
      if (kinds.includes(kind)) seen.add(imported)
    }
  }
  return [...seen]
}

const STATIC = ['import-statement', 'require-call']
const EVERY = [...STATIC, 'dynamic-import']

/** What is loaded when it is asked for: what it is named by, what leads to it, and some of it. */
const LATER: Record<string, { named: RegExp; from: string; among: (string | RegExp)[] }> = {
  'the preview picture': {
    named: /\.wasm$|\.ttf$|resvg|faces\.json$|page\/preview\//,
    from: 'src/page/frame.tsx',
    among: ['src/page/preview/drawing.tsx', /\.wasm$/, /\.ttf$/, /resvg/, /faces\.json$/],
  },
  'what writes feeds and calendars': {
    named: /src\/feed\/(atom|rss|json-feed|xml|icalendar|content-lines)\.ts/,
    from: 'src/api/feeds.ts',
    among: ['atom', 'rss', 'json-feed', 'icalendar'].map((name) => `src/feed/${name}.ts`),
  },
  'the words of other languages than English': {
    named: /page\/words\/(ar|de|es|fr|ru|tr|uk|zh)\.ts$/,
    from: 'src/page/words/en.ts',
    among: ['ar', 'de', 'es', 'fr', 'ru', 'tr', 'uk', 'zh'].map(
      (name) => `src/page/words/${name}.ts`,
    ),
  },
  'what checks what is written': {
    named: /node_modules\/zod\/|deadline\/(fields|\w+-schema)\.ts|ledger\/read-line/,
    from: 'src/api/parameters.ts',
    among: ['src/ledger/read-line.ts', /node_modules\/zod\//],
  },
  'what tells who writes programs': {
    named: /zod-openapi|api\/contract\/(?!contract\.ts)|page\/docs\//,
    from: 'src/api/contract/contract.ts',
    among: ['src/api/contract/document.ts', 'src/page/docs/docs.tsx'],
  },
  'what delivers, and subscribes': {
    named:
      /timekeeper\/(deliver|carriers|envelope|live|telling|address|webhook|websub|push)|api\/(hub|webhooks|push)\/(?!hub\.ts|webhooks\.ts|push\.ts)|web-push|ipaddr|page\/webhook\//,
    from: 'src/timekeeper/timekeeper.ts',
    among: [
      ...['src/timekeeper/deliver.ts', 'src/api/webhooks/subscribing.ts'],
      ...[/node_modules\/ipaddr\.js\//, /node_modules\/@block65\/webcrypto-web-push\//],
    ],
  },
}

describe.each(Object.entries(LATER))('Of the Worker, %s', (_, { named, from, among }) => {
  test('is not loaded with the pages', () => {
    const pages = reached(STATIC)
    expect(pages).toContain(from)
    expect(pages.filter((path) => named.test(path))).toEqual([])
  })

  test('is loaded when it is asked for', () => {
    const later = reached(EVERY).filter((path) => named.test(path))
    for (const one of among) {
      const isOne = (path: string) => (one instanceof RegExp ? one.test(path) : path === one)
      expect([one, later.some(isOne)]).toEqual([one, true])
    }
  })
})

test('The words of a language are a text, and no script', () => {
  const texts = Object.keys(outputs).filter((path) => /worker\/[a-z]{2}-\w+\.txt$/.test(path))
  expect(texts).toHaveLength(8)
})

test('The contract is made when the Worker is built: what it is made by is not in it', () => {
  const makers = /zod-openapi|contract\/(operation|shapes|answers)/
  expect(reached(EVERY).filter((path) => makers.test(path))).toEqual([])
})

describe('What nobody needs', () => {
  test("zod's own messages, and its schemas that are chained, are not in the Worker", () => {
    const used = Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
    )
    const unneeded = used.filter(([path]) => /zod\/v4\/(locales\/(?!index)|classic\/)/.test(path))
    expect(unneeded.map(([path]) => path)).toEqual([])
  })
})
