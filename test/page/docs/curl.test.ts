import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { curlOf } from '../../../src/page/docs/curl.ts'
import { examplesOf } from '../../../src/page/docs/example.ts'
import { writeJson } from '../../../src/page/docs/json.ts'
import { operationsIn } from '../../../src/page/docs/openapi.ts'
import { viewAt } from '../ledger.ts'
import { CONTRACT, docsOf, SITE } from './contract.ts'

const EXAMPLES = operationsIn(CONTRACT).flatMap((each) =>
  examplesOf(each).map((example) => ({
    id: `${each.operation.operationId} ${example.name}`,
    example,
  })),
)

/** What a shell makes of a line: the arguments that curl would be given. */
function argumentsIn(line: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${line}`
  const { stdout, stderr } = spawnSync('sh', ['-c', script], {
    encoding: 'utf8',
    env: { TOKEN: 'a-token' },
  })
  expect(stderr).toBe('')
  return stdout.split('\0').slice(0, -1)
}

it.each(EXAMPLES)('The line of $id sends what is sent as a test', ({ example }) => {
  const [address, ...options] = argumentsIn(curlOf(SITE, example))
  expect(address).toBe(SITE + example.address)
  expect(options.includes('DELETE')).toBe(example.method === 'DELETE')
  const valuesOf = (name: string) =>
    options.flatMap((option, index) => (option === name ? [options[index + 1]] : []))
  expect(valuesOf('-H')).toEqual(
    Object.entries(example.headers).map(([name, value]) => {
      return `${name}: ${value.replace('$TOKEN', 'a-token')}`
    }),
  )
  expect(valuesOf('-X')).toEqual(example.method === 'DELETE' ? ['DELETE'] : [])
  const [sent = null] = valuesOf('--data-binary')
  const isJson = example.headers['Content-Type'] === 'application/json'
  const read = (text: string | null) => (isJson && text ? JSON.parse(text) : text)
  expect(read(sent)).toEqual(read(example.body))
})

it('Every line stands on the page', () => {
  const page = docsOf(viewAt('2025-07-21T20:00:00Z', {}))
  const shown = [...page.matchAll(/<pre[^>]*><code>(.*?)<\/code>/gs)].map(([, code]) =>
    code
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  )
  for (const { example } of EXAMPLES) expect(shown).toContain(curlOf(SITE, example))
})

it('An apostrophe does not end what is quoted', () => {
  const body = JSON.stringify({ title: `It's "done"` })
  const line = curlOf(SITE, {
    ...{ method: 'POST', address: '/deadlines', type: 'application/json', body },
    headers: { 'Content-Type': 'application/json' },
  })
  expect(argumentsIn(line).at(-1)).toBe(
    body.replace('{', '{ ').replace('}', ' }').replace(':', ': '),
  )
})

it('JSON to be read is the same JSON', () => {
  for (const { example } of EXAMPLES) {
    if (!('value' in example.answer) || typeof example.answer.value === 'string') continue
    const written = writeJson(example.answer.value)
    expect(JSON.parse(written)).toEqual(example.answer.value)
    expect(written).not.toContain('undefined')
  }
})
