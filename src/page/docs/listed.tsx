import type { Child } from 'hono/jsx'

/** One after the other on a line. */
export function Listed({ each, between }: { each: Child[]; between: string }) {
  return (
    <>
      {each.map((one, index) => (
        <>
          {index > 0 && between}
          {one}
        </>
      ))}
    </>
  )
}
