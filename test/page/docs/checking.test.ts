/** The code that the documentation gives to check a webhook by, run on what is sent. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { JAVASCRIPT, PYTHON, SHELL } from '../../../src/page/docs/checking-code.ts'
import { newSecret, replaceSecret, signed } from '../../../src/timekeeper/webhook/sign.ts'
import { temporaryDirectory } from '../../scripts/temporary.ts'
import { textOf, viewAt } from '../ledger.ts'
import { docsOf } from './contract.ts'

const BODY = JSON.stringify({ type: 'deadline.moved', data: { title: 'Ультиматум ‘x’ %s\n' } })
const now = Math.floor(Date.now() / 1000)

interface Case {
  secret: string
  headers: Record<string, string>
  body: string
}

async function sent(at = now): Promise<Case> {
  const secrets = { secret: newSecret(), previous: [] }
  return { secret: secrets.secret, headers: await signed(secrets, 'an-id', BODY, at), body: BODY }
}

/** Two signatures; the receiver has the older secret still. */
async function whileReplaced(): Promise<Case> {
  const { secret, headers, body } = await sent()
  const both = replaceSecret({ secret, previous: [] }, now)
  return { secret, headers: { ...headers, ...(await signed(both, 'an-id', BODY, now)) }, body }
}

const RUN: Record<string, (given: Case) => string[]> = {
  JavaScript: (given) => {
    const call = `check(${JSON.stringify(given.body)}, ${JSON.stringify(given.headers)}, '${given.secret}')`
    return ['node', '--input-type=module', '-e', `${JAVASCRIPT}\n${call}`]
  },
  Python: (given) => {
    const body = `json.loads(${JSON.stringify(JSON.stringify(given.body))}).encode()`
    const call = `check(${body}, ${JSON.stringify(given.headers)}, '${given.secret}')`
    return ['python3', '-c', `${PYTHON}\n${call}`]
  },
  Shell: ({ secret, headers, body }) => {
    const file = join(temporaryDirectory(), 'body')
    writeFileSync(file, body)
    const set = `SECRET='${secret}' ID='${headers['webhook-id']}' TIMESTAMP='${headers['webhook-timestamp']}' SIGNATURE='${headers['webhook-signature']}'`
    return ['sh', '-c', `${SHELL}\n${set}\ncheck '${file}'`]
  },
}

const isThere = (command: string) =>
  spawnSync(command, [command === 'openssl' ? 'version' : '--version']).status === 0
const NEEDED: Record<string, string> = { JavaScript: 'node', Python: 'python3', Shell: 'openssl' }

describe.each(Object.keys(RUN))('the code in %s', (language) => {
  const takes = (given: Case): boolean => {
    const [command, ...args] = RUN[language](given)
    return spawnSync(command, args, { encoding: 'utf8' }).status === 0
  }
  const run = it.skipIf(!isThere(NEEDED[language]))

  run('takes what is sent, by the old secret too while it is replaced', async () => {
    expect([takes(await sent()), takes(await whileReplaced())]).toEqual([true, true])
  })

  run('takes nothing that was changed, is old, or is another’s', async () => {
    const given = await sent()
    expect(takes({ ...given, body: given.body.replace('moved', 'mover') })).toBe(false)
    expect(takes({ ...given, secret: newSecret() })).toBe(false)
    expect(takes(await sent(now - 600))).toBe(false)
  })
})

it('The code stands on the page', () => {
  const text = textOf(docsOf(viewAt('2025-07-21T20:00:00Z', {})))
  for (const word of ['standardwebhooks', 'hmac.compare_digest', 'openssl dgst']) {
    expect(text).toContain(word)
  }
})
