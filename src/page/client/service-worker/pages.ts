/** Pages: from the network as long as there is one, and as they were seen last where there is none. */
import { isKeepable, isKeptPage } from '../kept.ts'
import { BUILT } from './built.ts'
import { pageInstead } from './page-instead.ts'

/** The last that were looked at. */
const MOST_PAGES = 50
/** A network that has not answered by then is as good as none. */
const PATIENCE_MS = 8000
const KEPT_AT = 'x-kept-at'

const open = () => caches.open('pages')

/** The newest page that can be had. A cache that is out of order has kept none. */
export async function pageFor(event: FetchEvent): Promise<Response> {
  const { url } = event.request
  const network = fromNetwork(event)
  const isKept = (await match(url).catch(() => undefined)) !== undefined
  const first = isKept ? Promise.race([network, silence()]) : network
  return first.catch(async () => {
    const page = await pageAsKept(url).catch(() => undefined)
    return page ?? pageInstead(await keptPages().catch(() => []))
  })
}

async function match(url: string): Promise<Response | undefined> {
  return (await open()).match(url, { ignoreVary: true })
}

async function fromNetwork(event: FetchEvent): Promise<Response> {
  const preloaded: Response | undefined = await event.preloadResponse
  const answer = preloaded ?? (await fetch(event.request))
  event.waitUntil(keepPage(event.request.url, answer.clone()).catch(() => {}))
  return answer
}

function silence(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), PATIENCE_MS))
}

/** Keeps a page with when it was, in the place of its former copy, and drops the oldest. */
export async function keepPage(url: string, answer: Response): Promise<void> {
  const { pathname, href } = withoutFragment(url)
  if (!isKeptPage(pathname) || !isKeepable(answer)) return
  const headers = new Headers(answer.headers)
  headers.set(KEPT_AT, String(Date.now()))
  const pages = await open()
  await pages.put(href, new Response(await answer.blob(), { headers }))
  const oldest = (await pages.keys()).slice(0, -MOST_PAGES)
  await Promise.all(oldest.map((request) => pages.delete(request)))
}

function withoutFragment(url: string): URL {
  const bare = new URL(url)
  bare.hash = ''
  return bare
}

/** A page as it was kept, with the script that says so: not in its head, which tells its version. */
async function pageAsKept(url: string): Promise<Response | undefined> {
  const kept = await match(url)
  if (!kept) return undefined
  const at = kept.headers.get(KEPT_AT)
  const script = `<script type="module" src="${BUILT.offline}" data-kept-at="${at}"></script></body>`
  const text = (await kept.text()).replace('</body>', () => script)
  return new Response(text, { headers: kept.headers })
}

export interface Kept {
  url: string
  text: string
}

/** All that are kept, the last that was seen first. */
export async function keptPages(): Promise<Kept[]> {
  const pages = await open()
  const requests = [...(await pages.keys())].reverse()
  return Promise.all(
    requests.map(async ({ url }) => ({
      url,
      text: (await (await pages.match(url, { ignoreVary: true }))?.text()) ?? '',
    })),
  )
}

/** A page that was open before there was anybody to keep it. */
export async function keepOpenPages(clients: readonly Client[]): Promise<void> {
  const pages = await open()
  await Promise.all(
    clients.map(async ({ url }) => {
      if (!isKeptPage(new URL(url).pathname) || (await pages.match(url, { ignoreVary: true })))
        return
      await fetch(url)
        .then((answer) => keepPage(url, answer))
        .catch(() => {})
    }),
  )
}
