import { describe, expect, test } from 'vitest'
import { ID, SLUG } from '../../../src/api/slug.ts'
import { app } from '../../../src/app.tsx'
import { readOperations } from './contract.ts'

/** What only people go to; the contract is for programs. */
const PAGES = [
  ...['/', '/topics/{}', '/deadlines/{}', '/archive', '/record', '/subscribe', '/docs'],
  ...['/manifest.webmanifest', '/webhooks/{}', '/webhooks/{}/confirm', '/subscribe/webhook'],
].map((path) => `GET ${path}`)

/** And where their forms go. */
const FORMS = ['/webhooks/{}', '/webhooks/{}/confirm', '/subscribe/webhook'].map(
  (path) => `POST ${path}`,
)

/** As the contract writes an address, without the names of what changes in it. */
function addressOf(route: string): string {
  return route
    .replaceAll(SLUG, '')
    .replaceAll(ID, '')
    .replace(/:\w+\{([^}]*)\}/g, (_, suffix: string) => `{}${suffix.replaceAll('\\', '')}`)
}

describe('The contract', () => {
  test('has every address that a program can ask, and no other', async () => {
    const routes = app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/desk'))
      .map(({ method, path }) => `${method} ${addressOf(path)}`)
    const { operations } = await readOperations()
    const written = operations.map(
      ({ method, path }) => `${method.toUpperCase()} ${path.replaceAll(/\{\w+\}/g, '{}')}`,
    )
    expect([...written, ...PAGES, ...FORMS].sort()).toEqual([...new Set(routes)].sort())
  })
})
