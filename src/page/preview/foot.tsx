import { writeInstant } from '../date.tsx'
import { PICTURE } from '../page.ts'
import { epochOf } from '../spoken.ts'
import { fill } from '../words/template.ts'
import { wordsFor } from '../words/words.ts'
import { COLOURS, type Drawing, MARGIN, type Setting, Text } from './drawing.tsx'
import { legible } from './legible.ts'

const BASELINE = 592
const NAME: Setting = { hand: 'title', size: 32 }
const NOTE: Setting = { hand: 'text', size: 28 }
const SMALL_NOTE: Setting = { hand: 'text', size: 24 }

/** Whose picture it is, and of which instant: it may be seen long after that. */
export function Foot({ drawing }: { drawing: Drawing }) {
  const notes = notesOf(drawing)
  const setting = notes.length > 1 ? SMALL_NOTE : NOTE
  return (
    <>
      <Wordmark drawing={drawing} />
      {notes.map((note, index) => (
        <Text
          drawing={drawing}
          text={note}
          x={PICTURE.width - MARGIN}
          y={BASELINE - (notes.length - 1 - index) * 32}
          anchor="end"
          colour="soft"
          {...setting}
        />
      ))}
    </>
  )
}

/** The space in the name is an accented point, as on the pages. */
function Wordmark({ drawing }: { drawing: Drawing }) {
  const { site } = drawing.view
  const name = legible(drawing.faces, site.title) ?? new URL(site.url).host
  const [first, ...rest] = name.split(' ')
  const pointed = (
    <>
      {first}
      {rest.length > 0 && <tspan fill={COLOURS.accent}>·</tspan>}
      {rest.join(' ')}
    </>
  )
  return <Text drawing={drawing} text={name} marked={pointed} x={MARGIN} y={BASELINE} {...NAME} />
}

function notesOf({ view }: Drawing): string[] {
  const { phrase } = wordsFor(view)
  const { known } = view.asking
  const asKnown = fill(phrase.asKnown, { at: writeInstant(view, view.now) })
  if (known === null) return [asKnown]
  return [asKnown, fill(phrase.asRecorded, { known: writeInstant(view, epochOf(known)) })]
}
