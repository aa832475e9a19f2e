import type { Response } from './openapi.ts'

/** What HTTP says beside an answer's body. */
export function Headers({ of: { headers = {} } }: { of: Response }) {
  return (
    <>
      {Object.entries(headers).map(([name, { description }]) => (
        <p class="type">
          <code>{name}</code>: {description}
        </p>
      ))}
    </>
  )
}
