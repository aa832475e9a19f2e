/** The list of what this browser is notified of, and what ends each. */
import { fill, type Template } from '../words/template.ts'
import { keepOwn, type Own, ownSubscriptions } from './own.ts'
import { end, stateOf } from './push-api.ts'

type State = 'active' | 'pending' | 'off'
export type OwnWithState = Own & { state?: State }

export interface ListWords {
  most: Template
  quiet: Template
  pending: string
  off: string
}

/** What the tracker has forgotten, as this browser's address was given up, is forgotten here too. */
export async function refreshOwn(): Promise<OwnWithState[]> {
  const all = await ownSubscriptions()
  const told = await Promise.all(
    all.map(async (own) => {
      // Without a connection it is as it was known last.
      const state = (await stateOf(own).catch(() => 'active')) as State | null
      return state && { ...own, state }
    }),
  )
  const left = told.filter((own) => own !== null)
  if (left.length < all.length) await keepOwn(left)
  return left
}

/** One of each subject: the tracker takes the newer in the place of the older. */
export async function remember(own: Own): Promise<OwnWithState[]> {
  const { topic, deadline } = own.wanted
  const others = (await ownSubscriptions()).filter(
    ({ wanted }) => wanted.topic !== topic || wanted.deadline !== deadline,
  )
  await keepOwn([...others, own])
  return [...others, { ...own, state: 'pending' }]
}

/** Ends one, and with the last the browser's address. */
export async function endOwn(own: Own): Promise<OwnWithState[]> {
  await end(own)
  const left = (await ownSubscriptions()).filter(({ id }) => id !== own.id)
  await keepOwn(left)
  if (left.length === 0) {
    const registration = await navigator.serviceWorker.getRegistration()
    await (await registration?.pushManager.getSubscription())?.unsubscribe()
  }
  return left
}

export function drawOwn(
  section: HTMLElement,
  all: OwnWithState[],
  words: ListWords,
  endIt: (own: Own) => void,
): void {
  const box = section.querySelector<HTMLElement>('.own')
  const row = section.querySelector('template')?.content.firstElementChild
  if (!box || !row) return
  box.hidden = all.length === 0
  const rows = all.map((own) => {
    const item = row.cloneNode(true) as HTMLElement
    const [name, how, button] = item.children
    name.textContent = own.name
    how.textContent = howOf(own, words)
    if (button.firstElementChild) button.firstElementChild.textContent = own.name
    button.addEventListener('click', () => endIt(own))
    return item
  })
  box.querySelector('ul')?.replaceChildren(...rows)
}

function howOf({ state, wanted: { most, quiet } }: OwnWithState, words: ListWords): string {
  if (state === 'pending' || state === 'off') return words[state]
  const parts = [fill(words.most, { most })]
  if (quiet.from !== quiet.to) parts.push(fill(words.quiet, quiet))
  return parts.join(' · ')
}
