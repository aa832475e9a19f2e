/** Where a screen reader reads what is told of the page: one for all its scripts, of which each may bring this. */
const ID = 'told'
const region = document.getElementById(ID) ?? makeRegion()

function makeRegion(): HTMLElement {
  const made = { id: ID, className: 'unseen', role: 'status' }
  return document.body.appendChild(Object.assign(document.createElement('p'), made))
}

export function say(text: string): void {
  region.textContent = text
}
