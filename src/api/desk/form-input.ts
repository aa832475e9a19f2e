/** A report as a form has it: what the fields say, as the JSON that the API takes. */
import type { Report } from '../../deadline/report.ts'
import type { Values } from '../../page/desk/filled.ts'

/** Empty fields are null, as if they had been left out. */
export function reportInput(values: Values, says: Report['says'], retracts: string | null = null) {
  const given = (name: string) => values[name]?.trim() || null
  return {
    id: given('id'),
    says,
    ...(says === 'date' && { when: whenInput(values) }),
    zone: given('zone'),
    ...(says === 'outcome' && {
      outcome: {
        result: given('outcome.result') ?? undefined,
        consequence: given('outcome.consequence'),
        at: given('outcome.at'),
      },
    }),
    ...(retracts !== null && { retracts }),
    source: {
      name: given('source.name') ?? undefined,
      standing: given('source.standing') ?? undefined,
      via: given('source.via'),
      url: given('source.url'),
      archiveUrl: given('source.archiveUrl'),
    },
    quote: given('quote'),
    lang: given('lang'),
    note: given('note'),
    reportedAt: given('reportedAt') ?? undefined,
  }
}

/** No date where that was chosen; else what is typed, and where it is of both ways the chosen one. */
function whenInput({ way, edtf = '', in: period = '', from = '' }: Values) {
  if (way === 'none') return null
  const date = edtf.trim()
  const counted = { in: period.trim(), from: from.trim() }
  const isCounted = counted.in !== '' || counted.from !== ''
  if (isCounted && (date === '' || way === 'counted')) return counted
  return date || undefined
}

/** A deadline likewise. */
export function deadlineInput(values: Values) {
  const given = (name: string) => values[name]?.trim() || null
  return {
    slug: given('slug'),
    kind: given('kind') ?? undefined,
    title: given('title') ?? undefined,
    topic: given('topic'),
    issuer: given('issuer'),
    addressees: (values.addressees ?? '')
      .split(/[;\n]/)
      .map((name) => name.trim())
      .filter(Boolean),
    demand: given('demand'),
    threat: given('threat'),
    place: given('place'),
    issuedAt: given('issuedAt'),
  }
}
