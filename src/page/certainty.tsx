import type { Certainty as Degree } from '../deadline/claim.ts'
import type { View } from './page.ts'
import { wordsFor } from './words/words.ts'

/** How sure the date is: a word, with a shape before it, and only then a colour. */
export function Certainty({ view, certainty }: { view: View; certainty: Degree }) {
  return (
    <strong class={`certainty ${certainty}`}>
      <svg class="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <Shape certainty={certainty} />
      </svg>
      {wordsFor(view).certainty[certainty]}
    </strong>
  )
}

/** Within 12 by 12; what has the class `outline` is drawn by its edge alone. */
export function Shape({ certainty }: { certainty: Degree }) {
  switch (certainty) {
    case 'firm':
      return <circle cx="6" cy="6" r="4.5" />
    case 'tentative':
      return (
        <>
          <circle class="outline" cx="6" cy="6" r="4.25" />
          <path d="M6 1.75 A4.25 4.25 0 0 0 6 10.25 Z" />
        </>
      )
    case 'contested':
      return (
        <>
          <rect x="1" y="1.5" width="4.5" height="9" />
          <rect class="outline" x="7.25" y="2.25" width="3" height="7.5" />
        </>
      )
    case 'undated':
      return <circle class="outline" cx="6" cy="6" r="4" />
  }
}
