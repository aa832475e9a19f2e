/** What the types keep a program from: each of these is an error, or the check of it is one. */
import createClient from 'openapi-fetch'
import type { paths } from './contract.ts'

const { GET, POST } = createClient<paths>({ baseUrl: 'http://localhost' })
const path = { slug: 'a-deadline' }
const source = { name: 'A', standing: 'party' as const }
const reportedAt = '2026-11-01T12:00:00Z'

// @ts-expect-error an address that there is not
await GET('/deadlines.json')
// @ts-expect-error a method that it has not
await POST('/status.json', {})
// @ts-expect-error a parameter that there is not
await GET('/status.json', { params: { query: { knd: 'talks' } } })
// @ts-expect-error a kind that there is not
await GET('/status.json', { params: { query: { kind: 'war' } } })
// @ts-expect-error a number as text
await GET('/status.json', { params: { query: { limit: '5' } } })
// @ts-expect-error a part of the path left out
await GET('/deadlines/{slug}.json', { params: { path: {} } })
// @ts-expect-error a field left out
await POST('/deadlines', { body: { kind: 'talks' } })
// @ts-expect-error a field misspelt
await POST('/deadlines', { body: { kind: 'talks', title: 'A', titel: 'B' } })
await POST('/deadlines/{slug}/reports', {
  params: { path },
  // @ts-expect-error a report that says what none can
  body: { says: 'rumour', source, reportedAt },
})
await POST('/deadlines/{slug}/reports', {
  params: { path },
  // @ts-expect-error a standing that there is not
  body: { says: 'note', note: 'A', source: { name: 'A', standing: 'king' }, reportedAt },
})
const { data, error } = await GET('/next.json')
// @ts-expect-error a key that the answer has not
data?.deadline?.due
// @ts-expect-error what may be null
data?.deadline?.remaining.days
// @ts-expect-error a problem is no text
error?.toUpperCase()
