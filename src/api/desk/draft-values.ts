/** What an article's drafts put into the fields of the page. */
import type { Status } from '../../deadline/status.ts'
import type { Draft } from '../../intake/article.ts'
import { type Described, likeliest, saysNothing } from '../../intake/likeness.ts'
import { draftPrefix, sameAsDraft } from '../../page/desk/draft.tsx'
import type { Values } from '../../page/desk/filled.ts'

/** `deadlines` are as they were on the article's day: what it is about was not over then. */
export function draftValues(drafts: readonly Draft[], deadlines: readonly Status[]): Values {
  const targets: string[] = []
  const fields = drafts.map((draft, index) => {
    targets.push(targetOf(draft, drafts.slice(0, index), targets, deadlines))
    const values: Values = { ...valuesOf(draft), of: targets[index], as: wayOf(draft) }
    return Object.entries(values).map(([name, value]) => [draftPrefix(index) + name, value])
  })
  return Object.fromEntries(fields.flat())
}

/** The deadline that a draft is likely of: one that there is, an earlier draft's, or a new one. */
function targetOf(
  draft: Draft,
  earlier: readonly Draft[],
  targets: readonly string[],
  deadlines: readonly Status[],
): string {
  const account = described(draft)
  const possible = deadlines.filter(({ phase }) => draft.past === (phase === 'closed'))
  const there = likeliest(account, possible)
  if (there) return there.slug
  const index = saysNothing(account)
    ? earlier.findLastIndex((each) => isOfOneEvent(each, draft))
    : likeEarlier(draft, earlier)
  return index < 0 ? '' : targets[index] || sameAsDraft(index)
}

function likeEarlier(draft: Draft, earlier: readonly Draft[]): number {
  const alike = earlier.filter((each) => isOfOneEvent(each, draft)).map(described)
  const same = likeliest(described(draft), alike)
  return same ? earlier.findIndex((each) => each.deadline.title === same.title) : -1
}

const described = ({ deadline, report }: Draft): Described => ({ ...deadline, when: report.when })

/** What is past has its date: what was on another day was something else. */
function isOfOneEvent(a: Draft, b: Draft): boolean {
  if (a.past !== b.past || a.deadline.kind !== b.deadline.kind) return false
  return !a.past || a.report.when === b.report.when
}

/** Talks that are told as past were held. */
function wayOf({ past, deadline }: Draft): string {
  return past && deadline.kind === 'talks' ? 'held' : 'date'
}

function valuesOf({ sentence, past, deadline, report }: Draft): Values {
  return {
    ...{ sentence, past: past ? 'yes' : 'no', id: crypto.randomUUID() },
    ...{ when: report.when ?? '', zone: report.zone ?? '', reportedAt: report.reportedAt },
    'source.name': report.source.name,
    'source.standing': report.source.standing,
    'source.via': report.source.via ?? '',
    'source.url': report.source.url ?? '',
    quote: report.quote ?? '',
    ...{ title: deadline.title, kind: deadline.kind, issuer: deadline.issuer ?? '' },
    addressees: deadline.addressees.join('; '),
    ...{ demand: deadline.demand ?? '', threat: deadline.threat ?? '' },
    ...{ place: deadline.place ?? '', issuedAt: deadline.issuedAt ?? '' },
  }
}
