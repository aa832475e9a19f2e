/** What the fields of the desk's forms are called, by their names. */
const LABELS: { [name: string]: string } = {
  ...{ token: 'Your token', title: 'Title', kind: 'Kind', slug: 'Address' },
  ...{ issuer: 'Issuer', issuedAt: 'Issued', addressees: 'To whom, or between whom' },
  ...{ demand: 'Demand', threat: 'Threat', place: 'Place', topic: 'Topic' },
  ...{ when: 'Date', edtf: 'Date', in: 'Period', from: 'From', zone: 'Time zone' },
  'outcome.result': 'Result',
  'outcome.consequence': 'What was threatened is',
  'outcome.at': 'When it came about',
  'source.name': 'Source',
  'source.standing': 'Standing',
  'source.via': 'Carried by',
  'source.url': 'Link',
  'source.archiveUrl': 'Archived copy',
  ...{ reportedAt: 'Said at', quote: 'The source’s own words', lang: 'Their language' },
  ...{ note: 'Our note', of: 'Of which deadline', as: 'Recorded as' },
  ...{ text: 'Its text', published: 'Published', via: 'Outlet', url: 'Link' },
}

/** A field's label, with its draft's number where it is one of many: "Draft 2: Source". */
export function labelOf(field: string): string {
  const [, index, name] = /^drafts\.(\d+)\.(.+)$/.exec(field) ?? [null, null, field]
  const label = LABELS[name] ?? name
  return index === null ? label : `Draft ${Number(index) + 1}: ${label}`
}
