import { boardPath } from '../href.ts'
import { Colophon } from './colophon.tsx'
import { Frame } from './frame.tsx'
import type { View } from './page.ts'
import { type Words, wordsFor } from './words/words.ts'

interface Props {
  view: View
  status: keyof Words['problem']
  detail: string
  errors: { pointer: string; detail: string }[]
}

/** What could not be done and why. The details are the problem's JSON's own, in English. */
export function ProblemPage({ view, status, detail, errors }: Props) {
  const words = wordsFor(view)
  const name = words.problem[status]
  return (
    <Frame
      view={view}
      title={name}
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
        <h1>{name}</h1>
        <p class="who" lang="en" dir="ltr">
          {detail}
        </p>
        {errors.length > 0 && (
          <>
            <h2 class="eyebrow">{words.phrase.refused}</h2>
            <ul class="lines" lang="en" dir="ltr">
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
            {words.phrase.toBoard}
          </a>
        </p>
      </section>
    </Frame>
  )
}
