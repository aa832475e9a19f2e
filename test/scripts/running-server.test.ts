import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { announceServer, wakeServer } from '../../scripts/running-server.ts'
import { serveLocally } from '../browser/local-server.ts'
import { temporaryDirectory } from './temporary.ts'

/** Of a port at which nobody listens. */
const NOWHERE = 'http://127.0.0.1:9'

const fileOf = (state: string) => join(state, 'server.json')

describe('The server of a local state', () => {
  test('is had to look where it said that it is, until it takes that back', async () => {
    const asked: string[] = []
    const { origin, stop } = await serveLocally(({ url }, response) => {
      asked.push(url ?? '')
      response.end('ok')
    })
    const state = temporaryDirectory()
    const takeBack = announceServer(state, origin)
    expect(await wakeServer(state)).toBe(true)
    expect(asked).toEqual(['/cdn-cgi/local/scheduled'])
    takeBack()
    expect(await wakeServer(state)).toBe(true)
    expect(asked).toHaveLength(1)
    stop()
  })

  test('is not heard where it runs and does not answer, or answers with an error', async () => {
    const state = temporaryDirectory()
    announceServer(state, NOWHERE)
    expect(await wakeServer(state)).toBe(false)
    const { origin, stop } = await serveLocally((_, response) => {
      response.writeHead(500).end()
    })
    announceServer(state, origin)
    expect(await wakeServer(state)).toBe(false)
    stop()
  })

  test.each([
    ['was killed', JSON.stringify({ pid: 4194305, origin: NOWHERE })],
    ['was killed before it had written where it is', '{'],
  ])('does not run where it %s', async (_, written) => {
    const state = temporaryDirectory()
    writeFileSync(fileOf(state), written)
    expect(await wakeServer(state)).toBe(true)
  })

  test('takes nothing back of one that has begun after it', () => {
    const state = temporaryDirectory()
    const takeBack = announceServer(state, NOWHERE)
    writeFileSync(fileOf(state), JSON.stringify({ pid: process.ppid, origin: NOWHERE }))
    takeBack()
    expect(existsSync(fileOf(state))).toBe(true)
  })
})
