import type { Example } from './example.ts'
import { writeJson } from './json.ts'

type Sent = Pick<Example, 'method' | 'address' | 'headers' | 'body' | 'type'>

/** An example as a line for the shell, that finds the editor's token in TOKEN. */
export function curlOf(site: string, { method, address, headers, body, type }: Sent): string {
  const parts = [
    `curl ${quoted(site + address)}`,
    ...(method === 'DELETE' ? ['-X DELETE'] : []),
    ...Object.entries(headers).map(([name, value]) => `-H "${name}: ${value}"`),
    ...(body === null ? [] : [`--data-binary ${quoted(readable(body, headers['Content-Type']))}`]),
    ...(type.startsWith('image/png') ? ['--output picture.png'] : []),
  ]
  return parts.join(' \\\n  ')
}

function readable(body: string, type: string): string {
  return type === 'application/json' ? writeJson(JSON.parse(body)) : body
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
