/** The tracker on a stage: its own pages and files, with a clock and a ledger that a test sets. */
import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { fromRoot } from '../../scripts/project.ts'
import { NOT_NARROWED } from '../../src/deadline/board.ts'
import { LIVE, SERVICE_WORKER } from '../../src/href.ts'
import type { Assets, View } from '../../src/page/page.ts'
import { boardOf, type Ledger, pageOf, viewAt } from '../page/ledger.ts'
import { type LocalServer, serveLocally } from './local-server.ts'

export interface Stage extends LocalServer {
  ledger: Ledger
  head: number
  /** Milliseconds since 1970. */
  clock: () => number | Promise<number>
  /** What was asked for, oldest first. */
  asked: string[]
  isBroken: boolean
  /** A part of the script that is loaded late has gone, as after a deployment. */
  isRedeployed: boolean
  /** As the pages name them. */
  assets: Assets
  /** The page of an address as the server draws it at an instant. */
  drawnAt(path: string, milliseconds: number): string
}

const TYPES: Record<string, string> = {
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
}

export async function openStage(ledger: Ledger): Promise<Stage> {
  const assets: Assets = JSON.parse(readFileSync(fromRoot('dist/assets.json'), 'utf8'))
  const server = await serveLocally(async ({ url = '/' }, response) => {
    // Nothing is told here: the pages have to ask (told-at-once.test.ts has those that are told).
    if (url.startsWith(LIVE)) return send(response, 'text/plain', 'Not here', 404)
    // A stage has nothing that outlasts its page: a test's clock would not be its own.
    if (url === SERVICE_WORKER) return send(response, 'text/plain', 'Gone', 404)
    stage.asked.push(url)
    if (stage.isBroken) return send(response, 'text/plain', 'Out of order', 500)
    if (stage.isRedeployed && url.startsWith('/assets/later')) {
      return send(response, 'text/plain', 'Gone', 404)
    }
    if (url.startsWith('/assets/')) {
      const [file] = url.split('?')
      const type = TYPES[file.split('.').pop() ?? '']
      return send(response, type, readFileSync(fromRoot(`dist/public${file}`)))
    }
    const at = await Promise.resolve(stage.clock()).catch(() => null)
    if (at === null) return response.destroy()
    if (url === '/head.json') {
      const now = new Date(at).toISOString()
      return send(response, 'application/json', JSON.stringify({ now, head: stage.head }))
    }
    return send(response, 'text/html; charset=utf-8', stage.drawnAt(url, at))
  })
  const stage: Stage = {
    ...server,
    ledger,
    head: ledger.reports.length,
    clock: Date.now,
    asked: [],
    isBroken: false,
    isRedeployed: false,
    assets,
    drawnAt: (path, milliseconds) => {
      const now = new Date(Math.floor(milliseconds / 1000) * 1000).toISOString()
      const view: View = { ...viewAt(now, {}), assets: stage.assets, head: stage.head }
      const [, slug] = /^\/deadlines\/(.+)$/.exec(path) ?? []
      const [, topic = null] = /^\/topics\/(.+)$/.exec(path) ?? []
      return slug
        ? pageOf(stage.ledger, slug, view)
        : boardOf(stage.ledger, view, { ...NOT_NARROWED, topic })
    },
  }
  return stage
}

function send(response: ServerResponse, type: string, body: string | Buffer, status = 200): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-cache' }).end(body)
}
