/** Builders for what the fold reads: deadlines, sources, and what these said. */
import type { Deadline, Kind } from '../../src/deadline/deadline.ts'
import type { EpochSeconds } from '../../src/deadline/instant.ts'
import type { Outcome, Report, Source, Standing } from '../../src/deadline/report.ts'
import type { When } from '../../src/deadline/when.ts'

/** Seconds of a literal instant, read by the runtime and not by the code under test. */
export function at(instant: string): EpochSeconds {
  const milliseconds = Date.parse(instant)
  if (Number.isNaN(milliseconds)) throw new Error(`not an instant: ${instant}`)
  return milliseconds / 1000
}

export function deadline(kind: Kind, facts: Partial<Deadline> = {}): Deadline {
  return {
    slug: 'the-deadline',
    kind,
    title: 'The deadline',
    topic: null,
    issuer: null,
    addressees: [],
    demand: null,
    threat: null,
    place: null,
    issuedAt: null,
    recordedAt: '2025-01-01T00:00:00Z',
    recordedBy: 'test',
    ...facts,
  }
}

export function source(standing: Standing, name: string, via: string | null = null): Source {
  return { name, standing, via, url: null, archiveUrl: null }
}

/** One source of each standing, and a second and third party. */
export const desk = source('desk', 'Desk')
export const issuer = source('issuer', 'Issuer')
export const kyiv = source('party', 'Kyiv')
export const moscow = source('party', 'Moscow')
export const ankara = source('party', 'Ankara')
export const daily = source('media', 'Daily')
export const nameless = source('anonymous', 'Anonymous source', 'TASS')

let made = 0

/** A UUID that ends in a number, for tests in which ids break a tie. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

/** Overrides for what a test is about: `id`, `zone`, `recordedAt` … */
type More = Partial<Report>

function report(says: Report['says'], by: Source, reportedAt: string, more: More): Report {
  made += 1
  return {
    deadline: 'the-deadline',
    id: uuid(made),
    says,
    when: null,
    zone: null,
    outcome: null,
    retracts: null,
    source: by,
    quote: null,
    lang: null,
    note: null,
    reportedAt,
    recordedAt: reportedAt,
    recordedBy: 'test',
    ...more,
  }
}

/** `says.date(kyiv, '2025-07-21T18:00:00Z', '2025-07-23')`: who, when they said it, and what. */
export const says = {
  date: (by: Source, reportedAt: string, when: When, more: More = {}) =>
    report('date', by, reportedAt, { zone: 'UTC', when, ...more }),
  noDate: (by: Source, reportedAt: string, more: More = {}) =>
    report('date', by, reportedAt, { when: null, ...more }),
  outcome: (by: Source, reportedAt: string, outcome: Partial<Outcome>, more: More = {}) =>
    report('outcome', by, reportedAt, {
      outcome: { result: 'unmet', consequence: null, at: null, ...outcome },
      ...more,
    }),
  note: (by: Source, reportedAt: string, note: string, more: More = {}) =>
    report('note', by, reportedAt, { note, ...more }),
  retraction: (by: Source, reportedAt: string, of: Report, more: More = {}) =>
    report('retraction', by, reportedAt, { retracts: of.id, ...more }),
}
