import { readFileSync } from 'node:fs'
import { Validator } from '@cfworker/json-schema'
import { expect, test } from 'vitest'
import { experimental_readRawConfig as readRawConfig } from 'wrangler'

const { rawConfig } = readRawConfig({ config: 'wrangler.jsonc' })

test('wrangler.jsonc has only keys that wrangler knows', () => {
  const schema = JSON.parse(readFileSync('node_modules/wrangler/config-schema.json', 'utf8'))
  const { valid, errors } = new Validator(schema, '7').validate(rawConfig)
  expect([valid, errors.map(({ error }) => error)]).toEqual([true, []])
})

test('The platform logs what the tracker says of a request, and not the address it came to', () => {
  expect(rawConfig.observability).toEqual({
    ...{ enabled: true, head_sampling_rate: 1, redact_query_string: true },
    logs: { enabled: true, head_sampling_rate: 1, invocation_logs: false },
    traces: { enabled: false },
  })
})
