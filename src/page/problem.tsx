import { boardPath } from '../href.ts'
import { Colophon } from './colophon.tsx'
import { Frame } from './frame.tsx'
import type { View } from './page.ts'
import { wordsFor } from './words/words.ts'

interface Props {
  view: View
  status: number
  title: string
  detail: string
  errors: { pointer: string; detail: string }[]
}

/** What could not be done and why, in the same words as the problem's JSON. */
export function ProblemPage({ view, status, title, detail, errors }: Props) {
  const { phrase } = wordsFor(view)
  return (
    <Frame
      view={view}
      title={title}
      description={detail}
      path={boardPath}
      foot={<Colophon view={view} forms={[]} />}
    >
      <section class="problem">
        <p class="figures">
          <span class="figure number">
            <span class="value">{status}</span>
          </span>
        </p>
        <h1>{title}</h1>
        <p class="who">{detail}</p>
        {errors.length > 0 && (
          <>
            <h2 class="eyebrow">{phrase.refused}</h2>
            <ul class="lines">
              {errors.map((error) => (
                <li>
                  {error.pointer && <code>{error.pointer}</code>} <span>{error.detail}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <a class="form-link" href={boardPath(view.asking)}>
            {phrase.toBoard}
          </a>
        </p>
      </section>
    </Frame>
  )
}
