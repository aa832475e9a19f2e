/** Puts a newer copy of the page in the place of this one, under the reader's hands. */

const PARTS = ['main', '.as-of', '.colophon']

export function swap(next: Document): void {
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
