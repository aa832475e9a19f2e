/** What is asked of both Workers. */
import { formatInstant } from '../../src/deadline/instant.ts'
import { getRequest, postRequest } from './wire.ts'

export interface Probe {
  method: 'GET' | 'POST'
  /** As it is listed. */
  address: string
  path: string
  /** What the asker has already; null: nothing. */
  tag: string | null
  status: 200 | 201 | 304
  /** The next requests: `count` of those that change something, or one that can be sent again. */
  requests(count: number): string[]
  /** So many are sent at most before the ledger would be another: each deadline is written to once. */
  most: number
}

/** The addresses that are asked for; S is a deadline. */
export const ADDRESSES = [
  ...['/', '/status.json', '/deadlines/S', '/deadlines/S.json', '/feed.atom', '/calendar.ics'],
]

export function reading(address: string, slug: string): Probe {
  const path = address.replace('S', slug)
  return {
    ...{ method: 'GET', address, path, tag: null, status: 200 },
    ...{ requests: () => [getRequest(path, null)], most: Number.POSITIVE_INFINITY },
  }
}

/** The same, of who has it already, as of a tag. */
export function conditional(address: string, path: string, tag: string | null): Probe {
  return {
    ...{ method: 'GET', address, path, tag, status: 304 },
    ...{ requests: () => [getRequest(path, tag)], most: Number.POSITIVE_INFINITY },
  }
}

/** A date, said of one deadline after the other. */
export function writing(slugs: string[]): Probe {
  let said = 0
  const next = () => {
    const slug = slugs[said++ % slugs.length]
    return postRequest(`/deadlines/${slug}/reports`, saying(crypto.randomUUID()))
  }
  const path = `/deadlines/${slugs[0]}/reports`
  return {
    ...{ method: 'POST', address: '/deadlines/S/reports', path, tag: null, status: 201 },
    ...{ requests: (count: number) => Array.from({ length: count }, next), most: slugs.length },
  }
}

export function saying(id: string) {
  return {
    id,
    says: 'date' as const,
    when: '2027-02-03',
    zone: 'Europe/Kyiv',
    source: { name: 'The Morning Wire', standing: 'media' as const, url: 'https://news.example/1' },
    quote: 'They meet on the third of February, two officials said.',
    lang: 'en',
    reportedAt: formatInstant(Math.floor(Date.now() / 1000)),
  }
}
