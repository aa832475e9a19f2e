/** Bundles what the browser loads into dist/public, each file named by its content. */
import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { SERVICE_WORKER } from '../src/href.ts'
import { buildFonts } from './build-fonts.ts'
import { buildIcons } from './build-icons.ts'
import { buildServiceWorker, offlineWords } from './build-service-worker.ts'
import { keep, keepOnly } from './keep.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const page = join(root, 'src/page')
const out = join(root, 'dist')
const assets = join(out, 'public/assets')

/** By the keys of Assets (src/page/page.ts). A room's sheet brings what every page shares with it. */
const SOURCES = {
  style: {
    page: 'page.css',
    board: 'board/board.css',
    deadline: 'deadline/deadline.css',
    record: 'record/record.css',
    subscribe: 'subscribe/subscribe.css',
    desk: 'desk/desk.css',
    docs: 'docs/docs.css',
  },
  script: { live: 'client/live.ts', copy: 'client/copy.ts' },
  icon: 'icon.svg',
}

/** What the pages that are kept for when there is no connection are made of. */
const KEPT = [
  ...['page.css', 'board/board.css', 'deadline/deadline.css', 'record/record.css'],
  ...['client/live.ts', 'client/offline.ts', 'client/offline.css'],
]

type Tree = { [key: string]: string | Tree }

/** A file's name changes with its content, so that a browser may keep it for ever. */
const HEADERS = `/assets/*
  Cache-Control: public, max-age=31536000, immutable
  X-Content-Type-Options: nosniff
  Content-Security-Policy: default-src 'none'
  Access-Control-Allow-Origin: *

/service-worker.js
  Cache-Control: no-cache
  X-Content-Type-Options: nosniff
  Content-Security-Policy: default-src 'none'; connect-src 'self'

/favicon.ico
  Cache-Control: public, max-age=86400

/apple-touch-icon.png
  Cache-Control: public, max-age=86400
`

/** Crawlers may read everything; which pages they had better not list, those say themselves. */
const ROBOTS = `User-agent: *
Allow: /
`

/** Bundles a source, or each of many; gives their addresses in the same shape. */
async function publish(source: string | Tree): Promise<string | Tree> {
  if (typeof source === 'string') return publishFile(source)
  const entries = Object.entries(source).map(async ([key, each]) => [key, await publish(each)])
  return Object.fromEntries(await Promise.all(entries))
}

/** What was made of each source: a script's parts are, too. */
const made = new Map<string, string[]>()
/** What the sources are told, by the names that they have for it. */
const define: Record<string, string> = {}

/** What a script loads later, if at all, goes into files of its own beside it. */
async function publishFile(source: string): Promise<string> {
  const { metafile, outputFiles } = await build({
    entryPoints: [join(page, source)],
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define,
    external: ['/assets/*'],
    loader: { '.svg': 'copy' },
    outdir: assets,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    logLevel: 'error',
  })
  made.set(
    source,
    outputFiles.map(({ path, contents }) => writeAsset(basename(path), contents)),
  )
  const files = Object.entries(metafile.outputs)
  const [file] = files.find(([, { entryPoint }]) => entryPoint?.endsWith(source)) ?? files[0]
  return `/assets/${basename(file)}`
}

const written: string[] = []

function writeAsset(name: string, contents: Uint8Array): string {
  keep(join(assets, name), contents)
  written.push(name)
  return `/assets/${name}`
}

async function publishIcons(): Promise<Tree> {
  const icons = await buildIcons(join(page, SOURCES.icon), join(out, 'public'))
  return Object.fromEntries(
    Object.entries(icons).map(([name, png]) => {
      const hash = createHash('sha256').update(png).digest('hex').slice(0, 8)
      return [name, writeAsset(`icon-${name}-${hash}.png`, png)]
    }),
  )
}

const sheet = await publishFile('client/offline.css')
define.OFFLINE = JSON.stringify({ style: sheet, words: offlineWords() })
const offline = await publishFile('client/offline.ts')
define.OFFLINE_SCRIPT = JSON.stringify(offline)
const [published, icons] = await Promise.all([publish(SOURCES), publishIcons()])
const addresses = { ...(published as Tree), icons }
const [[style], files] = [made.get('page.css') ?? [], KEPT.flatMap((each) => made.get(each) ?? [])]
const worker = await buildServiceWorker({ files, offline, style, icon: String(icons.small) })
keep(join(out, 'public', SERVICE_WORKER), worker)
keepOnly(assets, written)
keep(join(out, 'public/_headers'), HEADERS)
keep(join(out, 'public/robots.txt'), ROBOTS)
await buildFonts(join(out, 'fonts'))
keep(join(out, 'assets.json'), `${JSON.stringify(addresses, null, 2)}\n`)
