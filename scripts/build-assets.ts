/** Bundles what the browser loads into dist/public, each file named by its content. */
import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { buildFonts } from './build-fonts.ts'
import { buildIcons } from './build-icons.ts'
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

type Tree = { [key: string]: string | Tree }

/** A file's name changes with its content, so that a browser may keep it for ever. */
const HEADERS = `/assets/*
  Cache-Control: public, max-age=31536000, immutable
  X-Content-Type-Options: nosniff
  Content-Security-Policy: default-src 'none'
  Access-Control-Allow-Origin: *

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
    loader: { '.svg': 'copy' },
    outdir: assets,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    logLevel: 'error',
  })
  for (const { path, contents } of outputFiles) writeAsset(basename(path), contents)
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

const addresses = { ...((await publish(SOURCES)) as Tree), icons: await publishIcons() }
keepOnly(assets, written)
keep(join(out, 'public/_headers'), HEADERS)
keep(join(out, 'public/robots.txt'), ROBOTS)
await buildFonts(join(out, 'fonts'))
keep(join(out, 'assets.json'), `${JSON.stringify(addresses, null, 2)}\n`)
