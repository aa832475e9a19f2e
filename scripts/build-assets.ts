/** Bundles what the browser loads into dist/public, each file named by its content. */
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const page = join(root, 'src/page')
const out = join(root, 'dist')

const SOURCES = {
  style: join(page, 'page.css'),
  script: join(page, 'client/countdown.ts'),
  icon: join(page, 'icon.svg'),
}

/** A file's name changes with its content, so that a browser may keep it for ever. */
const HEADERS = `/assets/*
  Cache-Control: public, max-age=31536000, immutable
  X-Content-Type-Options: nosniff
  Content-Security-Policy: default-src 'none'
  Access-Control-Allow-Origin: *
`

async function bundle(source: string): Promise<{ name: string; bytes: Uint8Array }> {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    loader: { '.svg': 'copy' },
    outdir: out,
    logLevel: 'error',
  })
  const file = outputFiles[outputFiles.length - 1]
  const hash = createHash('sha256').update(file.contents).digest('hex').slice(0, 8)
  const name = basename(source).replace(/\.ts$/, '.js')
  return { name: name.replace(/\.(\w+)$/, `-${hash}.$1`), bytes: file.contents }
}

rmSync(join(out, 'public'), { recursive: true, force: true })
mkdirSync(join(out, 'public/assets'), { recursive: true })
const addresses: Record<string, string> = {}
for (const [key, source] of Object.entries(SOURCES)) {
  const { name, bytes } = await bundle(source)
  writeFileSync(join(out, 'public/assets', name), bytes)
  addresses[key] = `/assets/${name}`
}
writeFileSync(join(out, 'public/_headers'), HEADERS)
writeFileSync(join(out, 'assets.json'), `${JSON.stringify(addresses, null, 2)}\n`)
