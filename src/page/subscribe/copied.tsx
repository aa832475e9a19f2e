import type { View } from '../page.ts'
import { wordsFor } from '../words/words.ts'

interface Props {
  view: View
  id: string
  /** Absolute. */
  address: string
  /** Of what it is the address. */
  name: string
}

/** An address in full, to be marked at a touch; its button is shown by the script that it needs. */
export function Copied({ view, id, address, name }: Props) {
  return (
    <p class="address">
      <code id={id} dir="ltr">
        {address}
      </code>
      <button type="button" class="copy" data-copies={id} hidden>
        <span>{wordsFor(view).phrase.copy}</span> <span class="unseen">{name}</span>
      </button>
    </p>
  )
}
