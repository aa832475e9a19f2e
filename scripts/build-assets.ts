/** Bundles what the browser loads into dist/public, each file named by its content. */
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, parse } from 'node:path'
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

async function publishFile(source: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(page, source)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    loader: { '.svg': 'copy' },
    outdir: out,
    logLevel: 'error',
  })
  const { contents } = outputFiles[outputFiles.length - 1]
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8)
  const { name, ext } = parse(source)
  const address = `/assets/${name}-${hash}${ext === '.ts' ? '.js' : ext}`
  writeFileSync(join(out, 'public', address), contents)
  return address
}

rmSync(join(out, 'public'), { recursive: true, force: true })
mkdirSync(join(out, 'public/assets'), { recursive: true })
const addresses = await publish(SOURCES)
writeFileSync(join(out, 'public/_headers'), HEADERS)
await buildFonts(join(out, 'fonts'))
writeFileSync(join(out, 'assets.json'), `${JSON.stringify(addresses, null, 2)}\n`)
