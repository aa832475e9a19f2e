/** A deadline as schema.org's Event, for search engines. Pure: a status in, plain data out. */
import { type Edtf, parseEdtf } from '../../deadline/edtf.ts'
import { formatLocalDate } from '../../deadline/local.ts'
import type { Status } from '../../deadline/status.ts'
import type { Zone } from '../../deadline/zone.ts'
import { timeOf } from '../date.tsx'

type EventStatus = 'EventScheduled' | 'EventRescheduled' | 'EventPostponed' | 'EventCancelled'

/** What the ledger does not know is left out: an organizer's kind, the status of what never had a date. */
export function eventOf(
  status: Status,
  { url, description }: { url: string; description: string },
) {
  const { title, issuer, place, when, zone } = status
  const { from, to } = when === null ? NOWHEN : spanOf(when, zone)
  const previous = previousStarts(status)
  const eventStatus = eventStatusOf(status, previous.length > 0)
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: title,
    description,
    url,
    ...(eventStatus && { eventStatus: `https://schema.org/${eventStatus}` }),
    ...(from !== null && { startDate: from }),
    ...(to !== null && to !== from && { endDate: to }),
    ...(previous.length > 0 && { previousStartDate: previous }),
    ...(place !== null && { location: { '@type': 'Place', name: place, address: place } }),
    ...(issuer !== null && { organizer: { name: issuer } }),
  }
}

function eventStatusOf({ when, outcome, phase }: Status, hasMoved: boolean): EventStatus | null {
  const result = phase === 'closed' ? outcome?.result : null
  if (result === 'cancelled' || result === 'withdrawn') return 'EventCancelled'
  if (when === null) return hasMoved ? 'EventPostponed' : null
  return hasMoved ? 'EventRescheduled' : 'EventScheduled'
}

/** Each start that it had before and has no longer, oldest first. Moves carry no zone. */
function previousStarts({ when, moves }: Status): string[] {
  const now = when === null ? null : spanOf(when, null).from
  const before = moves.flatMap(({ from }) => (from === null ? [] : [spanOf(from, null).from]))
  return [...new Set(before)].filter((start) => start !== null).filter((start) => start !== now)
}

interface Span {
  from: string | null
  to: string | null
}

const NOWHEN: Span = { from: null, to: null }

/** The first and the last day or time that a date allows, as ISO 8601; null for an open end. */
export function spanOf(when: string, zone: Zone | null): Span {
  const edtf = parseEdtf(when)
  return edtf.ok ? spanOfEdtf(edtf.value, zone) : NOWHEN
}

function spanOfEdtf(edtf: Edtf, zone: Zone | null): Span {
  if (edtf.form === 'one-of') {
    const spans = edtf.choices.map((choice) => spanOfEdtf(choice, zone))
    return { from: endOf(spans, 'from'), to: endOf(spans, 'to') }
  }
  if (edtf.form === 'interval') {
    const [from, to] = [edtf.from, edtf.to].map((end) => end && spanOfEdtf(end, zone))
    return { from: from?.from ?? null, to: to?.to ?? null }
  }
  if (edtf.precision === 'time') {
    const time = timeOf(edtf, zone)
    return { from: time, to: time }
  }
  return { from: formatLocalDate(edtf.start), to: formatLocalDate(edtf.end - 1) }
}

/** The earliest opening or the latest closing: four-digit years, so the text sorts as the time does. */
function endOf(spans: Span[], side: 'from' | 'to'): string | null {
  const ends = spans.map((span) => span[side])
  if (ends.includes(null)) return null
  const sorted = ends.toSorted()
  return (side === 'from' ? sorted[0] : sorted.at(-1)) ?? null
}

/** JSON that can stand in a script element: nothing in it can end the element. */
export function dataBlock(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
