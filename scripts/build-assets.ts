/** Bundles what the browser loads into dist/public, each file named by its content. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { buildFonts } from './build-fonts.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const page = join(root, 'src/page')
const out = join(root, 'dist')

/** By the keys of Assets (src/page/page.ts). A room's sheet brings what every page shares with it. */
const SOURCES = {
  style: {
    page: 'page.css',
    board: 'board/board.css',
    deadline: 'deadline/deadline.css',
    record: 'record/record.css',
  },
  script: 'client/live.ts',
  icon: 'icon.svg',
}

type Tree = { [key: string]: string | Tree }

/** A file's name changes with its content, so that a browser may keep it for ever. */
const HEADERS = `/assets/*
  Cache-Control: public, max-age=31536000, immutable
  X-Content-Type-Options: nosniff
  Content-Security-Policy: default-src 'none'
  Access-Control-Allow-Origin: *
`

/** Bundles a source, or each of many; gives their addresses in the same shape. */
async function publish(source: string | Tree): Promise<string | Tree> {
  if (typeof source === 'string') return publishFile(source)
  const entries = Object.entries(source).map(async ([key, each]) => [key, await publish(each)])
  return Object.fromEntries(await Promise.all(entries))
}

/** What a script loads later, if at all, goes into files of its own beside it. */
async function publishFile(source: string): Promise<string> {
  const { metafile } = await build({
    entryPoints: [join(page, source)],
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    loader: { '.svg': 'copy' },
    outdir: join(out, 'public/assets'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    logLevel: 'error',
  })
  const files = Object.entries(metafile.outputs)
  const [file] = files.find(([, { entryPoint }]) => entryPoint?.endsWith(source)) ?? files[0]
  return `/assets/${basename(file)}`
}

rmSync(join(out, 'public'), { recursive: true, force: true })
mkdirSync(join(out, 'public/assets'), { recursive: true })
const addresses = await publish(SOURCES)
writeFileSync(join(out, 'public/_headers'), HEADERS)
await buildFonts(join(out, 'fonts'))
writeFileSync(join(out, 'assets.json'), `${JSON.stringify(addresses, null, 2)}\n`)
