/** A newsroom's program, as its engineer would write it with types made from the contract. */
import createClient from 'openapi-fetch'
import type { components, paths } from './contract.ts'

const [baseUrl, token] = process.argv.slice(2)
const { GET, POST } = createClient<paths>({
  baseUrl,
  headers: { Authorization: `Bearer ${token}` },
})

type ReportInput = components['schemas']['ReportInput']

const opened = await POST('/deadlines', {
  body: { kind: 'talks', title: 'Talks on the crossing', addressees: ['North', 'South'] },
})
if (!opened.data) throw new Error(opened.error.detail)
const { slug } = opened.data

const report: ReportInput = {
  says: 'date',
  when: { in: 'P10D', from: '2030-05-01' },
  zone: 'Europe/Istanbul',
  source: { name: 'North', standing: 'party' },
  reportedAt: '2026-11-01T12:00:00Z',
}
const at = { params: { path: { slug } } }
const recorded = await POST('/deadlines/{slug}/reports', { ...at, body: report })
const refused = await POST('/deadlines/{slug}/reports', {
  ...at,
  body: { ...report, when: '2030-02-30' },
})

const told = await GET('/deadlines/{slug}.json', at)
const list = await GET('/status.json', { params: { query: { kind: 'talks', limit: 1 } } })
const nowhere = await GET('/deadlines/{slug}.json', { params: { path: { slug: 'nowhere' } } })

process.stdout.write(
  JSON.stringify({
    slug,
    recordedBy: recorded.data?.recordedBy,
    refused: refused.error?.errors?.map(({ pointer }) => pointer),
    when: told.data?.when,
    certainty: told.data?.certainty,
    log: told.data?.log.map(({ says }) => says),
    listed: list.data?.deadlines.map((deadline) => deadline.slug),
    nowhere: nowhere.error?.status,
  }),
)
