import type { Child } from 'hono/jsx'
import { boardPath, DAY_OF_REFERENCE } from '../href.ts'
import type { View } from './page.ts'
import { Sentence } from './sentence.tsx'
import { epochOf } from './spoken.ts'
import { PLAIN, writeDay } from './words/date.ts'
import { wordsFor } from './words/words.ts'

interface Form {
  href: string
  name: string
}

/** The foot of a page: what it rests on, and the same in other forms. */
export function Colophon({
  view,
  forms,
  children,
}: {
  view: View
  forms: Form[]
  children?: Child
}) {
  const words = wordsFor(view)
  const day = (
    <time datetime={DAY_OF_REFERENCE}>
      {writeDay(words.date, epochOf(DAY_OF_REFERENCE), PLAIN)}
    </time>
  )
  return (
    <footer class="colophon">
      {children && <p>{children}</p>}
      <ul>
        {forms.map(({ href, name }) => (
          <li>
            <a class="form-link" href={href}>
              {name}
            </a>
          </li>
        ))}
        <li>
          <a
            class="form-link"
            href={boardPath({ ...view.asking, at: DAY_OF_REFERENCE, known: null })}
          >
            <Sentence of={words.phrase.boardOn} places={{ day }} />
          </a>
        </li>
      </ul>
    </footer>
  )
}
