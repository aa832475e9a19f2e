import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const SRC = 'src'

/** Which rooms each room may import: the arrows of docs/architecture.md, all pointing inward. */
const ARROWS: Record<string, string[]> = {
  deadline: [],
  feed: ['deadline'],
  intake: ['deadline'],
  ledger: ['deadline', 'href.ts', 'recent.ts'],
  page: ['deadline', 'href.ts', 'recent.ts'],
  api: [
    ...['deadline', 'feed', 'intake', 'ledger', 'page', 'timekeeper'],
    ...['editors.ts', 'env.ts', 'href.ts', 'recent.ts'],
  ],
  timekeeper: ['deadline', 'feed', 'ledger', 'page', 'env.ts', 'href.ts'],
  shipped: [],
  'href.ts': [],
  'recent.ts': [],
  'env.ts': ['deadline', 'href.ts'],
  'editors.ts': ['deadline', 'env.ts'],
  'request-log.ts': [],
  'app.tsx': ['api', 'page', 'env.ts', 'href.ts', 'request-log.ts'],
  'worker.ts': ['app.tsx', 'timekeeper', 'env.ts', 'api', 'request-log.ts'],
}

/** What the pure rooms may use from outside: no I/O, no clock, no runtime. */
const PACKAGES: Record<string, string[]> = {
  deadline: ['zod/mini'],
  feed: [],
  intake: ['chrono-node/en', 'zod/mini'],
  page: ['hono/jsx', 'hono/html'],
}

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.tsx?$/.test(path),
)

function importsOf(path: string): string[] {
  const text = readFileSync(join(SRC, path), 'utf8')
  const named = /^(?:[^'\n]*[\s}]from|import) '([^'\n]+)'|\bimport\('([^'\n]+)'\)/gm
  return [...text.matchAll(named)].map((found) => found[1] ?? found[2])
}

function roomOf(path: string): string {
  return path.split('/')[0]
}

function roomImported(path: string, imported: string): string {
  return roomOf(normalize(join(dirname(path), imported)))
}

describe('The arrows between the rooms', () => {
  test('every room has its arrows named here', () => {
    expect([...new Set(sources.map(roomOf))].sort()).toEqual(
      Object.keys(ARROWS)
        .filter((room) => room !== 'shipped')
        .sort(),
    )
  })

  test.each(sources)('%s imports only what its room may', (path) => {
    const room = roomOf(path)
    const rooms = importsOf(path)
      .filter((imported) => imported.startsWith('.'))
      .map((imported) => roomImported(path, imported))
      .filter((imported) => imported !== room && imported !== '..')
    expect(rooms.filter((imported) => !ARROWS[room].includes(imported))).toEqual([])
  })

  test.each(sources.filter((path) => roomOf(path) in PACKAGES))('%s is pure', (path) => {
    const packages = importsOf(path).filter((imported) => !imported.startsWith('.'))
    expect(packages.filter((name) => !PACKAGES[roomOf(path)].includes(name))).toEqual([])
    if (path.startsWith('page/client/')) return
    const text = readFileSync(join(SRC, path), 'utf8')
    expect(text).not.toMatch(/Date\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|performance\./)
  })

  test('no two rooms import one another', () => {
    const mutual = Object.entries(ARROWS).filter(([room, allowed]) =>
      allowed.some((other) => ARROWS[other]?.includes(room)),
    )
    expect(mutual).toEqual([])
  })
})

describe('Names', () => {
  test('no file or room is named for being of use', () => {
    const vague = /(^|\/)(utils?|helpers?|common|misc|manager|services?)(\.|\/|$)/
    expect(sources.filter((path) => vague.test(path))).toEqual([])
  })
})

describe('What a newcomer is told', () => {
  const told = [
    'README.md',
    ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .map((path) => join('docs', path)),
  ]

  /** Anything in backticks or a link that looks like a path of the repository. */
  function pathsIn(file: string): string[] {
    const text = readFileSync(file, 'utf8')
    const quoted = [...text.matchAll(/`((?:src|test|docs|scripts|\.ci)\/[^`\s]*)`/g)].map(
      (found) => found[1],
    )
    const linked = [...text.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map((found) =>
      relative('.', join(dirname(file), found[1])),
    )
    return [...quoted, ...linked].map((path) => path.replace(/#.*$/, ''))
  }

  const tracked = new Set<string>()
  for (const top of ['.', 'src', 'test', 'docs', 'scripts', '.ci']) {
    const deep = top !== '.'
    for (const path of readdirSync(top, { recursive: deep, encoding: 'utf8' })) {
      tracked.add(normalize(join(top, path)))
    }
  }

  test.each(told)('%s names only paths that exist', (file) => {
    const paths = pathsIn(file).map((path) => normalize(path).replace(/\/$/, ''))
    expect(paths.filter((path) => !tracked.has(path))).toEqual([])
  })

  test('the map names every room', () => {
    const map = readFileSync('docs/architecture.md', 'utf8')
    const rooms = Object.keys(ARROWS).map((room) => `src/${room}`)
    expect(rooms.filter((room) => !map.includes(room))).toEqual([])
  })

  test.each(told)('%s names only npm commands that exist', (file) => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    const commands = [...readFileSync(file, 'utf8').matchAll(/npm run (?:-\S+ )?([\w:]+)/g)]
    expect(commands.map((found) => found[1]).filter((name) => !(name in scripts))).toEqual([])
  })

  test('what is to be watched is measured', () => {
    const named = readFileSync('docs/deploy.md', 'utf8').matchAll(/eleventh_hour_(\w+)/g)
    const names = new Set([...named].map((found) => found[1]))
    const measured = readFileSync('src/api/metrics.ts', 'utf8')
    expect(names.size).toBeGreaterThan(4)
    expect([...names].filter((name) => !measured.includes(`'${name}'`))).toEqual([])
  })
})
