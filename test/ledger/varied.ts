/** A ledger that has some of everything. */

/** Dates of every sort, before and after the instants that the board is asked at. */
const WHENS = [
  '2025-07-23',
  '2025-07-23T19:00:00Z',
  '2025-06',
  '../2025-08-31',
  '2025-05-01/..',
  '../2025-01-31',
  '2025-07-01/2025-09-01',
  null,
]
const SOURCES = [
  { name: 'Issuer', standing: 'issuer' },
  { name: 'Party', standing: 'party' },
  { name: 'Media', standing: 'media' },
]
export const DEADLINES = 60

/** Every deadline has up to five reports, the last of some an outcome, and some have none. */
export function variedLedger(): string {
  const lines: object[] = []
  for (let number = 0; number < DEADLINES; number++) {
    const kind = ['talks', 'ultimatum', 'deadline'][number % 3]
    const topic = number % 4 === 0 ? 'a-topic' : null
    const deadline = `deadline-${number}`
    lines.push({ slug: deadline, kind, title: `Number ${number % 10}`, topic })
    for (let said = 0; said < number % 6; said++) {
      const reportedAt = new Date(Date.UTC(2025, 4, 1 + 20 * said, number)).toISOString()
      const common = { deadline, reportedAt, source: SOURCES[(number + said) % 3] }
      const isLast = said === (number % 6) - 1
      if (isLast && number % 5 === 0) {
        const result = kind === 'talks' ? 'held' : 'unmet'
        lines.push({ ...common, says: 'outcome', outcome: { result } })
      } else {
        const when = WHENS[(number * 3 + said) % WHENS.length]
        lines.push({ ...common, says: 'date', when, zone: said % 2 ? 'Asia/Tokyo' : null })
      }
    }
  }
  return lines.map((line) => JSON.stringify(line)).join('\n')
}
