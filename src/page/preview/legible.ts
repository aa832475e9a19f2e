/**
 * What of a deadline the picture's faces can draw. They have the letters of Europe and of the Arab
 * world; the many thousands of Chinese, Japanese and Korean would outweigh all else that the Worker
 * brings. An empty box is never drawn: what cannot be written is left out, and the picture's own
 * words are English where its language's cannot be. The page that it leads to has it all.
 */
import type { Status } from '../../deadline/status.ts'
import type { View } from '../page.ts'
import { nameTopic } from '../words/sentence.ts'
import { type Words, wordsFor } from '../words/words.ts'
import { type Faces, faceFor } from './faces.ts'

/** The same view, in a language that the faces have. */
export function legibleView(view: View, faces: Faces): View {
  const legibly = wordsDrawn(wordsFor(view)).every((word) => legible(faces, word) !== null)
  return legibly ? view : { ...view, lang: 'en' }
}

function wordsDrawn({ kind, certainty, result, consequence, count, phrase }: Words): string[] {
  const lists = [kind, certainty, result, consequence, count.large]
  const own = [count.overIs, phrase.noDate, phrase.dayOf, phrase.wasDue, phrase.asKnown]
  return [...lists.flatMap((list) => Object.values(list)), ...own.map(withoutPlaces)]
}

function withoutPlaces(template: string): string {
  return template.replace(/\{\w+\}/g, '')
}

/** A text as one line; null where a letter of it could not be drawn. */
export function legible(faces: Faces, text: string | null): string | null {
  const line = text?.normalize('NFC').replace(/\s+/g, ' ').trim()
  return line && faceFor(faces, 'text', line) && faceFor(faces, 'title', line) ? line : null
}

/** "Talks · Istanbul": what it is; and where or about what, as far as that is legible beside it. */
export function writeKind(view: View, faces: Faces, { kind, place, topic }: Status): string {
  const words = wordsFor(view)
  const about = [place, topic && nameTopic(words, topic)].map((each) =>
    legible(faces, each && `${words.kind[kind]} · ${each}`),
  )
  return about.find((each) => each !== null) ?? words.kind[kind]
}
