/** Puts a newer copy of the page in the place of this one, under the reader's hands. */

/** What the newer copy says of itself, and the news that this one did not have. */
export interface Redrawn {
  now: number
  head: number
  news: string
}

/** Draws the page anew, which was drawn from a head of the ledger. */
export async function redraw(head: number): Promise<Redrawn> {
  const next = new DOMParser().parseFromString(await fetchPage(), 'text/html')
  if (versionOf(next) !== versionOf(document)) {
    location.reload()
    throw new Error('another version')
  }
  const before = newsIn(document)
  swap(next)
  const latest = newsIn(document)
  const drawn = { now: Number(next.body.dataset.now), head: Number(next.body.dataset.head) }
  // Words may differ without news, as when a day has turned.
  const isNews = latest !== before && drawn.head !== head
  return { ...drawn, news: isNews ? latest : '' }
}

/** An answer that never comes must not keep the next one from being asked for. */
const PATIENCE_MS = 30_000

async function fetchPage(): Promise<string> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS)
  try {
    const answer = await fetch(location.href, { signal: abort.signal, cache: 'no-cache' })
    if (!answer.ok) throw new Error(answer.statusText)
    return await answer.text()
  } finally {
    clearTimeout(timer)
  }
}

/** Script and style are named by their content: another name is another version, to be taken up. */
function versionOf(page: Document): string {
  const files = page.head.querySelectorAll('script[src], link[rel="stylesheet"]')
  return [...files].map((file) => file.getAttribute('src') ?? file.getAttribute('href')).join()
}

function newsIn(page: Document): string {
  return page.querySelector('[data-news]')?.textContent ?? ''
}

const PARTS = ['main', '.as-of', '.colophon']

function swap(next: Document): void {
  const held = document.activeElement
  const place = held && placeOf(held)
  document.title = next.title
  handOver(next)
  for (const part of PARTS) {
    const [old, fresh] = [document.querySelector(part), next.querySelector(part)]
    if (old && fresh) renew(old, fresh)
  }
  if (held && !held.isConnected) takeUp(held, place)
}

/** What the reader has typed and opened goes along to the newer copy. */
function handOver(next: Document): void {
  for (const typed of document.querySelectorAll<HTMLInputElement>('input[id]')) {
    const twin = next.getElementById(typed.id)
    if (twin instanceof HTMLInputElement) twin.value = typed.value
  }
  const opened = [...document.querySelectorAll('details')].map(({ open }) => open)
  next.querySelectorAll('details').forEach((details, index) => {
    details.open = opened[index] ?? false
  })
}

/**
 * Puts in what differs, and leaves the rest where it stands: whoever has the focus, a selection or
 * an unfinished word there keeps it.
 */
function renew(old: ChildNode, fresh: ChildNode): void {
  if (old.isEqualNode(fresh)) return
  if (old.cloneNode().isEqualNode(fresh.cloneNode())) renewWithin(old, fresh)
  else old.replaceWith(fresh)
}

function renewWithin(old: Node, fresh: Node): void {
  const parts = [...fresh.childNodes]
  for (const each of [...old.childNodes]) {
    const part = parts.shift()
    if (part) renew(each, part)
    else each.remove()
  }
  for (const part of parts) old.appendChild(part)
}

/** Gives the focus to what stands for an element that is gone: where it was, or else anywhere. */
function takeUp(held: Element, place: string | null): void {
  const address = held.getAttribute('href')
  const twins = [...document.querySelectorAll<HTMLElement>(held.tagName)].filter(
    (each) => each.id === held.id && each.getAttribute('href') === address,
  )
  const twin = twins.find((each) => placeOf(each) === place) ?? twins[0]
  twin?.focus({ preventScroll: true })
}

/** What an element is within: the same address is in several places of a board. */
function placeOf({ parentElement }: Element): string {
  if (!parentElement) return ''
  return `${placeOf(parentElement)} ${parentElement.tagName}.${parentElement.className}`
}
