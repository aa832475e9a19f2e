/** Styles and scripts: named by their content, so that a kept one is as good as a new one. */
import { neededBy } from '../kept.ts'
import { BUILT } from './built.ts'
import { keptPages } from './pages.ts'

const open = () => caches.open('files')

/**
 * All that this version's pages need, also what a page would have asked for later. What cannot be
 * had now is kept when it is first asked for: notifications need not wait for it.
 */
export async function keepFiles(): Promise<void> {
  const files = await open()
  const kept = await files.keys()
  const isKept = (address: string) => kept.some(({ url }) => url.endsWith(address))
  const missing = BUILT.files.filter((address) => !isKept(address))
  await Promise.allSettled(missing.map((address) => files.add(address)))
}

/** The file, whether it can be kept or not: a disk may be full, and a cache out of order. */
export async function fileFor(event: FetchEvent): Promise<Response> {
  const { request } = event
  const kept = await keptFile(request).catch(() => undefined)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) event.waitUntil(keepFile(request, answer.clone()).catch(() => {}))
  return answer
}

async function keptFile(request: Request): Promise<Response | undefined> {
  return (await open()).match(request, { ignoreVary: true })
}

async function keepFile(request: Request, answer: Response): Promise<void> {
  await (await open()).put(request, answer)
}

/** Drops what neither this version nor any kept page needs, of however old a version that is. */
export async function dropUnneeded(): Promise<void> {
  const files = await open()
  const requests = await files.keys()
  const named = await Promise.all(
    requests.map(async (request) => ({
      name: new URL(request.url).pathname.slice('/assets/'.length),
      text: (await (await files.match(request))?.text()) ?? '',
      request,
    })),
  )
  const pages = (await keptPages()).map(({ text }) => text)
  const needed = neededBy([...pages, BUILT.files.join(' ')], named)
  await Promise.all(
    named.filter(({ name }) => !needed.has(name)).map(({ request }) => files.delete(request)),
  )
}
