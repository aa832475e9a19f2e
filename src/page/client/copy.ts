/**
 * Shows the buttons that copy an address, where the browser can, and says that one was copied: on
 * the button for a moment, and to whoever listens to the page. Without it the addresses stand there.
 */
import { fill } from '../words/template.ts'

const SAID_MS = 2000

const region = document.querySelector<HTMLElement>('[data-said]')
let timer: number | undefined
let restore = () => {}

function arm(button: HTMLElement): void {
  const address = document.getElementById(button.dataset.copies ?? '')
  const [word, form] = button.children
  if (!address || !form) return
  button.addEventListener('click', () => copy(address, word, form.textContent))
  button.hidden = false
}

async function copy(address: HTMLElement, word: Element, form: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address.textContent)
    say(word, form)
  } catch {
    // Not allowed. Marked, the address is a keystroke away from being copied.
    getSelection()?.selectAllChildren(address)
  }
}

function say(word: Element, form: string): void {
  clearTimeout(timer)
  restore()
  if (!region) return
  const before = word.textContent
  const { said = '', word: copied = '' } = region.dataset
  word.textContent = copied
  region.textContent = fill(said, { form })
  restore = () => {
    word.textContent = before
    // Emptied, so that the same words are news the next time.
    region.textContent = ''
  }
  timer = setTimeout(restore, SAID_MS)
}

/** A part of its own: it is of no use on a page that only shows addresses. */
const notify = document.querySelector<HTMLElement>('[data-notify]')
if (notify) import('./notify.ts').then(({ begin }) => begin(notify))

// A site without TLS has no clipboard.
if (navigator.clipboard) document.querySelectorAll<HTMLElement>('[data-copies]').forEach(arm)
