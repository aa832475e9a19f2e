import { request } from 'node:http'
import { expect, test } from 'vitest'
import { serveLocally } from './local-server.ts'

test('A request that is cut off on its way is none, and the next one is answered', async () => {
  const heard: string[] = []
  const { origin, stop } = await serveLocally((_, response, body) => {
    heard.push(body.toString())
    response.end()
  })
  const cut = request(origin, { method: 'POST', headers: { 'content-length': '10' } })
  const gone = new Promise((resolve) => cut.on('close', resolve).on('error', resolve))
  cut.write('half', () => setTimeout(() => cut.destroy(), 50))
  await gone
  await fetch(origin, { method: 'POST', body: 'whole' })
  expect(heard).toEqual(['whole'])
  stop()
})
