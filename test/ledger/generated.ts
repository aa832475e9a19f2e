import { createHash } from 'node:crypto'

const STANDINGS = ['issuer', 'party', 'media', 'anonymous']

/**
 * A ledger of any size, the same for the same size: reports come in the order of their instants,
 * so that each deadline's are spread over the whole file.
 */
export function generatedLedger(deadlines: number, reportsEach: number): string {
  const lines: object[] = []
  for (let deadline = 0; deadline < deadlines; deadline++) lines.push(opening(deadline))
  for (let round = 0; round < reportsEach; round++) {
    for (let deadline = 0; deadline < deadlines; deadline++) lines.push(report(deadline, round))
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

const RECORDED = { recordedAt: '2026-11-23T00:00:00Z', recordedBy: 'desk' }

function opening(deadline: number): object {
  const kind = deadline % 3 === 0 ? 'talks' : 'ultimatum'
  return { slug: `deadline-${deadline}`, kind, title: `Deadline ${deadline}`, ...RECORDED }
}

function report(deadline: number, round: number): object {
  const day = new Date(Date.UTC(2025, 0, 1 + ((deadline * 7 + round * 3) % 700)))
  return {
    deadline: `deadline-${deadline}`,
    id: uuid(`${deadline}/${round}`),
    says: 'date',
    when: round % 5 === 4 ? null : day.toISOString().slice(0, 10),
    zone: 'Europe/Istanbul',
    source: { name: `Source ${round % 4}`, standing: STANDINGS[round % 4] },
    reportedAt: new Date(Date.UTC(2025, 0, 1 + round, deadline % 24)).toISOString(),
    ...RECORDED,
  }
}

function uuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
