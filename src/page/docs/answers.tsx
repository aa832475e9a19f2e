import { Headers } from './headers.tsx'
import { Listed } from './listed.tsx'
import { type Addressed, type OpenApi, type Response, responseOf } from './openapi.ts'
import { Type } from './type.tsx'

interface Props {
  document: OpenApi
  alike: Addressed[]
}

interface Told {
  status: number
  response: Response
}

/** What comes back: each form of it by its shape, then the problems that may be met instead. */
export function Answers({ document, alike }: Props) {
  const all = answersOf(document, alike)
  const problems = all.filter(({ status }) => status >= 400)
  return (
    <table class="fields">
      <caption class="eyebrow">Answers</caption>
      <tbody>
        {all
          .filter(({ status }) => status < 400)
          .map(({ status, response }) => (
            <tr>
              <th scope="row">{status}</th>
              <td>
                <Answer response={response} />
              </td>
            </tr>
          ))}
        {problems.length > 0 && (
          <tr>
            <th scope="row">or</th>
            <td>
              <Listed
                each={problems.map(({ status }) => <a href={`#problem-${status}`}>{status}</a>)}
                between=", "
              />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

/** All that any of them answers, each once. */
function answersOf(document: OpenApi, alike: Addressed[]): Told[] {
  const all = alike.flatMap(({ operation }) =>
    Object.entries(operation.responses).map(([status, response]) => ({
      ...{ status: Number(status), response: responseOf(document, response) },
    })),
  )
  const once = new Map(all.map((told) => [told.status + told.response.description, told]))
  return [...once.values()].sort((a, b) => a.status - b.status)
}

function Answer({ response }: { response: Response }) {
  const [[type, { schema }]] = Object.entries(response.content ?? {})
  return (
    <>
      <p>{response.description}</p>
      <p class="type">
        {schema.$ref && (
          <>
            <Type schema={schema} />
            {', '}
          </>
        )}
        <code>{type}</code>
      </p>
      <Headers of={response} />
    </>
  )
}
