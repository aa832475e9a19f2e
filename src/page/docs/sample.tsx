import { curlOf } from './curl.ts'
import type { Example } from './example.ts'
import { writeJson } from './json.ts'

interface Props {
  site: string
  example: Example
}

/** A request as it can be sent from a shell, and what comes back. */
export function Sample({ site, example }: Props) {
  const { summary, status, answer } = example
  return (
    <div class="sample">
      <Code name={`Request: ${summary}`} text={curlOf(site, example)} wraps />
      <p class="sample-status">{status}</p>
      {'see' in answer ? (
        <p class="sample-see">
          <a href={answer.see}>{answer.see.slice(site.length)}</a>
        </p>
      ) : (
        <Code name={`Answer: ${summary}`} text={written(answer.value)} />
      )}
    </div>
  )
}

interface CodeProps {
  name: string
  text: string
  /** Whether a long line goes on below; what has its own lines is scrolled. */
  wraps?: boolean
}

/** It scrolls by itself, and so has to be reached by the keyboard. */
export function Code({ name, text, wraps = false }: CodeProps) {
  return (
    <figure class={wraps ? 'wraps' : undefined} aria-label={name}>
      <pre tabindex={0}>
        <code>{text}</code>
      </pre>
    </figure>
  )
}

function written(value: unknown): string {
  return typeof value === 'string' ? value.trimEnd() : writeJson(value)
}
