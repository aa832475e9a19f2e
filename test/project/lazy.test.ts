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

const HEAVY = /\.wasm$|\.ttf$|resvg|faces\.json$/
const DRAWING = /page\/preview\//

describe('What only the preview picture needs', () => {
  test('is not loaded with the pages', () => {
    const pages = reached(STATIC)
    expect(pages).toContain('src/page/frame.tsx')
    expect(pages.filter((path) => HEAVY.test(path) || DRAWING.test(path))).toEqual([])
  })

  test('is loaded when one is asked for', () => {
    const all = reached(EVERY)
    expect(all.filter((path) => HEAVY.test(path))).toHaveLength(1 + 8 + 1 + 1)
  })
})

const WRITING = /src\/feed\/(atom|rss|json-feed|xml|icalendar|content-lines)\.ts/

describe('What only feeds and calendars are written by', () => {
  test('is not loaded with the pages', () => {
    const pages = reached(STATIC)
    expect(pages).toContain('src/api/feeds.ts')
    expect(pages.filter((path) => WRITING.test(path))).toEqual([])
  })

  test('is loaded when one is asked for', () => {
    const all = reached(EVERY)
    for (const name of ['atom', 'rss', 'json-feed', 'icalendar']) {
      expect(all).toContain(`src/feed/${name}.ts`)
    }
  })
})

const LANGUAGES = /page\/words\/(ar|de|es|fr|ru|tr|uk|zh)\.ts$/

describe('The words of other languages than English', () => {
  test('are not loaded with the pages', () => {
    const pages = reached(STATIC)
    expect(pages).toContain('src/page/words/en.ts')
    expect(pages.filter((path) => LANGUAGES.test(path))).toEqual([])
  })

  test('are loaded when one is asked for, as texts', () => {
    expect(reached(EVERY).filter((path) => LANGUAGES.test(path))).toHaveLength(8)
    const texts = Object.keys(outputs).filter((path) => path.endsWith('.txt'))
    expect(texts.filter((path) => /worker\/[a-z]{2}-\w+\.txt$/.test(path))).toHaveLength(8)
  })
})

const CHECKING = /node_modules\/zod\/|deadline\/(fields|\w+-schema)\.ts|ledger\/read-line/

describe('What only checks what is written', () => {
  test('is not loaded with the pages', () => {
    const pages = reached(STATIC)
    expect(pages).toContain('src/api/parameters.ts')
    expect(pages.filter((path) => CHECKING.test(path))).toEqual([])
  })

  test('is loaded when something is', () => {
    const all = reached(EVERY).filter((path) => CHECKING.test(path))
    expect(all).toContain('src/ledger/read-line.ts')
    expect(all.some((path) => path.includes('node_modules/zod/'))).toBe(true)
  })
})

/** Its routes are there from the start, and nothing else of it. */
const CONTRACT = /zod-openapi|api\/contract\/(?!contract\.ts)|page\/docs\//

describe('What only who writes programs needs', () => {
  test('is not loaded with the pages', () => {
    const pages = reached(STATIC)
    expect(pages).toContain('src/api/contract/contract.ts')
    expect(pages.filter((path) => CONTRACT.test(path))).toEqual([])
  })

  test('is loaded when it is asked for', () => {
    const all = reached(EVERY).filter((path) => CONTRACT.test(path))
    expect(all).toContain('src/api/contract/document.ts')
    expect(all).toContain('src/page/docs/docs.tsx')
  })

  test('is made when the Worker is built: what it is made by is not in it', () => {
    const makers = /zod-openapi|contract\/(operation|shapes|answers)/
    expect(reached(EVERY).filter((path) => makers.test(path))).toEqual([])
  })
})

const DELIVERING =
  /timekeeper\/(deliver|carriers|envelope|live|telling|address|webhook|websub|push)|api\/(hub|webhooks|push)\/(?!hub\.ts|webhooks\.ts|push\.ts)|web-push|ipaddr|page\/webhook\//

describe('What only deliveries and who subscribes to them need', () => {
  test('is not loaded with the pages', () => {
    const pages = reached(STATIC)
    expect(pages).toContain('src/timekeeper/timekeeper.ts')
    expect(pages.filter((path) => DELIVERING.test(path))).toEqual([])
  })

  test('is loaded when one is made, or asked for', () => {
    const all = reached(EVERY)
    expect(all).toContain('src/timekeeper/deliver.ts')
    expect(all).toContain('src/api/webhooks/subscribing.ts')
    for (const name of ['ipaddr.js', '@block65/webcrypto-web-push']) {
      expect(all.some((path) => path.includes(`node_modules/${name}/`))).toBe(true)
    }
  })
})

describe('What nobody needs', () => {
  test("zod's messages in other languages are not in the Worker", () => {
    const used = Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
    )
    const messages = used.filter(([path]) => /zod\/v4\/locales\/(?!index)/.test(path))
    // Named, as in `import { z }`, its namespace is an object, of which nothing can be left out.
    expect(messages.map(([path]) => path)).toEqual(['node_modules/zod/v4/locales/en.js'])
  })
})
