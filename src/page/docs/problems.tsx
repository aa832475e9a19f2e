import { Headers } from './headers.tsx'
import { writeJson } from './json.ts'
import type { OpenApi, Response } from './openapi.ts'
import { Code } from './sample.tsx'

const TYPE = 'application/problem+json'

interface Problem {
  status: number
  response: Response
  value: unknown
}

/** What comes where something is wrong: one shape, and each status. */
export function Problems({ document }: { document: OpenApi }) {
  const problems = problemsIn(document)
  return (
    <div class="operation" id="problems">
      <div class="operation-words">
        <h3>Problems</h3>
        <p>
          What cannot be done is answered as <code>{TYPE}</code> (RFC 9457). <code>errors</code>{' '}
          names each bad field by a JSON pointer, says what would be right, and of a file gives the
          line. Nothing is stored then. A fault of ours is a 500 in the same shape.
        </p>
        <table class="fields">
          <caption class="eyebrow">By status</caption>
          <tbody>
            {problems.map(({ status, response }) => (
              <tr id={`problem-${status}`}>
                <th scope="row">{status}</th>
                <td>
                  <p>{response.description}</p>
                  <Headers of={response} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="samples">
        <p class="eyebrow">A wrong field</p>
        <Code name="A problem" text={writeJson(problems[0].value)} />
      </div>
    </div>
  )
}

function problemsIn({ components }: OpenApi): Problem[] {
  return Object.values(components.responses)
    .map((response) => {
      const [{ value }] = Object.values(response.content?.[TYPE]?.examples ?? {})
      return { response, value, status: (value as { status: number }).status }
    })
    .sort((a, b) => a.status - b.status)
}
