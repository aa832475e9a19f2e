/** Puts a newer copy of the page in the place of this one, under the reader's hands. */

/** What the newer copy says of itself, and the news that this one did not have. */
export interface Redrawn {
  now: number
  head: string | undefined
  news: string
}

export async function redraw(): Promise<Redrawn> {
  const answer = await fetch(location.href)
  if (!answer.ok) throw new Error(answer.statusText)
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
  if (scriptIn(next) !== scriptIn(document)) location.reload()
  const before = newsIn(document)
  swap(next)
  const latest = newsIn(document)
  const { now, head } = next.body.dataset
  return { now: Number(now), head, news: latest === before ? '' : latest }
}

/** Named by its content: another name is another version, which a page that stays open takes up. */
function scriptIn(page: Document): string | null | undefined {
  return page.querySelector('script[type="module"]')?.getAttribute('src')
}

function newsIn(page: Document): string {
  return page.querySelector('[data-news]')?.textContent ?? ''
}

const PARTS = ['main', '.as-of', '.colophon']

function swap(next: Document): void {
  const held = document.activeElement
  const opened = [...document.querySelectorAll('details')].map(({ open }) => open)
  document.title = next.title
  for (const part of PARTS) {
    const [old, fresh] = [document.querySelector(part), next.querySelector(part)]
    if (old && fresh) old.replaceWith(fresh)
  }
  document.querySelectorAll('details').forEach((details, index) => {
    details.open = opened[index] ?? false
  })
  if (held && !held.isConnected) takeUp(held)
}

/** Gives the focus to what stands for an element that is gone, with what was typed into it. */
function takeUp(held: Element): void {
  const address = held.getAttribute('href')
  const twin = [...document.querySelectorAll<HTMLElement>(held.tagName)].find(
    (each) => each.id === held.id && each.getAttribute('href') === address,
  )
  if (twin instanceof HTMLInputElement) twin.value = (held as HTMLInputElement).value
  twin?.focus({ preventScroll: true })
}
