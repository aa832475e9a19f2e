/** A busy board for the tests: twenty deadlines, of every kind and certainty. None of it happened. */
import { type Ledger, ledgerOf } from './ledger.ts'

type Word = [
  when: unknown,
  name: string,
  standing: string,
  reportedAt: string,
  zone?: string,
  via?: string,
]

/** One deadline, and each word on it. */
function tracked(
  [slug, kind, title, topic]: [string, string, string, string],
  [issuer, addressees, demand, issuedAt]: [string, string[], string | null, string | null],
  ...words: Word[]
): Ledger {
  const deadline = { slug, kind, title, topic, issuer, addressees, demand, issuedAt }
  const reports = words.map(([when, name, standing, reportedAt, zone, via]) => ({
    deadline: slug,
    when,
    reportedAt: `${reportedAt}:00Z`,
    ...(zone && { zone }),
    source: { name, standing, ...(via && { via }) },
  }))
  return ledgerOf(deadline, ...reports)
}

const ALL: Ledger[] = [
  tracked(
    [
      'harbour-blockade',
      'ultimatum',
      'Lift the blockade of the northern harbours',
      'northern-straits',
    ],
    ['Maritime Council', ['Government of Norland'], 'Lift the blockade', '2025-07-10'],
    ['2025-08-01T12:00', 'Maritime Council', 'issuer', '2025-07-10T09:00', 'Europe/Oslo'],
  ),
  tracked(
    ['grain-talks-4', 'talks', 'Fourth round of talks on the grain corridor', 'grain-corridor'],
    ['Elena Marković', ['Harbour Union', 'River States'], null, null],
    ['2025-07-25', 'Harbour Union', 'party', '2025-07-18T09:00', 'Europe/Istanbul', 'Reuters'],
    ['2025-07-28', 'River States', 'party', '2025-07-19T09:00', 'Europe/Istanbul', 'AFP'],
  ),
  tracked(
    ['truce-ends', 'deadline', 'The 60-day truce in the valley runs out', 'valley-truce'],
    ['Joint Commission', ['Valley Front', 'Highland Army'], null, '2025-06-01'],
    [
      { in: 'P60D', from: '2025-06-01' },
      'Joint Commission',
      'issuer',
      '2025-06-01T09:00',
      'Asia/Tbilisi',
    ],
  ),
  tracked(
    ['tariff-letter', 'ultimatum', 'Agree a trade deal or face a 30% tariff', 'tariffs-2025'],
    ['Treasury Department', ['Southern Customs Union'], 'Agree a trade deal', '2025-07-12'],
    ['2025-08-01', 'Treasury Department', 'issuer', '2025-07-12T14:00', 'America/New_York'],
    [
      '2025-08-07',
      'Senior official',
      'anonymous',
      '2025-07-20T14:00',
      'America/New_York',
      'Bloomberg',
    ],
  ),
  tracked(
    ['snapback', 'ultimatum', 'Return to the inspections or sanctions come back', 'nuclear-file'],
    ['Three Powers', ['Government of Perska'], 'Let the inspectors in', '2025-07-15'],
    ['2025-08-29', 'Three Powers', 'issuer', '2025-07-15T14:00', 'Europe/Paris'],
  ),
  tracked(
    ['hostage-release', 'ultimatum', 'Release the crew of the Aurora', 'northern-straits'],
    ['Foreign Ministry of Sudland', ['Coast Guard of Norland'], 'Release the crew', '2025-07-16'],
    ['2025-07-23T19:00:00Z', 'Foreign Ministry of Sudland', 'issuer', '2025-07-16T14:00'],
  ),
  tracked(
    ['border-commission', 'talks', 'The border commission meets in Geneva', 'valley-truce'],
    ['Swiss mediators', ['Valley Front', 'Highland Army'], null, null],
    ['2025-08~', 'Swiss mediators', 'media', '2025-07-16T14:00', 'Europe/Zurich'],
  ),
  tracked(
    ['gas-transit', 'deadline', 'The gas transit contract expires', 'energy-2025'],
    ['Transit Operator', [], null, null],
    ['2025-12-31', 'Transit Operator', 'issuer', '2025-05-16T14:00', 'Europe/Kyiv'],
  ),
  tracked(
    ['strike-vote', 'deadline', 'Dockworkers vote on the general strike', 'harbour-strikes'],
    ['Dockworkers Federation', [], null, null],
    [
      '2025-07-30/2025-08-01',
      'Dockworkers Federation',
      'issuer',
      '2025-07-17T14:00',
      'Europe/Lisbon',
    ],
  ),
  tracked(
    ['summit-venue', 'talks', 'The two presidents meet in person', 'grain-corridor'],
    ['Palace press office', ['President Aalto', 'President Rossi'], null, null],
    [null, 'Palace press office', 'party', '2025-07-17T14:00'],
    ['2025-09-05?', 'President Aalto', 'party', '2025-07-20T08:00', 'Europe/Helsinki', 'Yle'],
  ),
  tracked(
    ['embargo-review', 'deadline', 'The arms embargo comes up for renewal', 'arms-embargo'],
    ['Security Council', [], null, null],
    ['2025-08-14', 'Security Council', 'issuer', '2025-02-17T14:00', 'America/New_York'],
  ),
  tracked(
    ['withdraw-troops', 'ultimatum', 'Withdraw behind the demarcation line', 'valley-truce'],
    ['Highland Army', ['Valley Front'], 'Withdraw by ten kilometres', '2025-07-19'],
    [{ in: 'PT96H', from: '2025-07-19T18:00:00Z' }, 'Highland Army', 'issuer', '2025-07-19T18:00'],
  ),
  tracked(
    ['debt-talks', 'talks', 'Creditors and the government meet on the debt', 'debt-2025'],
    ['Monetary Fund', ['Creditors Committee'], null, null],
    ['2025-08-05', 'Monetary Fund', 'issuer', '2025-07-15T18:00', 'America/New_York'],
    ['2025-08-12', 'Finance Minister Okoye', 'party', '2025-07-20T18:00', 'Africa/Lagos', 'Punch'],
  ),
  tracked(
    ['court-ruling', 'deadline', 'The court rules on the fishing zone', 'northern-straits'],
    ['Court of Arbitration', ['Norland', 'Sudland'], null, null],
    ['2025-09', 'Court of Arbitration', 'issuer', '2025-06-15T18:00'],
  ),
  tracked(
    ['minister-resign', 'ultimatum', 'The interior minister must resign', 'coalition-crisis'],
    ['Liberal Alliance', ['Prime Minister Varga'], 'Dismiss the minister', '2025-07-14'],
    ['2025-07-27', 'Liberal Alliance', 'issuer', '2025-07-14T18:00', 'Europe/Budapest'],
    ['2025-07-31', 'Liberal Alliance', 'issuer', '2025-07-20T10:00', 'Europe/Budapest'],
  ),
  tracked(
    ['prisoner-swap', 'talks', 'Exchange of the bodies and the seriously wounded', 'valley-truce'],
    ['Red Cross', ['Valley Front', 'Highland Army'], null, null],
    ['[2025-07-24,2025-07-25]', 'Red Cross', 'media', '2025-07-20T11:00', 'Asia/Tbilisi'],
  ),
  tracked(
    ['satellite-licence', 'deadline', 'The ground station licence lapses', 'energy-2025'],
    ['Telecom Regulator', [], null, null],
    ['2025-10-01', 'Telecom Regulator', 'issuer', '2025-03-20T11:00', 'Asia/Kolkata'],
  ),
  tracked(
    ['aid-corridor', 'ultimatum', 'Open the crossing to aid convoys', 'aid-corridor'],
    ['Aid Coordination Office', ['Northern Command'], 'Open the crossing', '2025-07-20'],
    [
      { in: 'P10D', from: '2025-07-20' },
      'Aid Coordination Office',
      'issuer',
      '2025-07-20T12:00',
      'Africa/Khartoum',
    ],
  ),
  tracked(
    ['climate-ndc', 'deadline', 'National climate plans are due', 'climate-plans'],
    ['Convention Secretariat', [], null, null],
    ['2025-09-30', 'Convention Secretariat', 'issuer', '2025-02-20T11:00'],
  ),
  tracked(
    ['embassy-closure', 'ultimatum', 'Close the consulate in Port Elias', 'northern-straits'],
    ['Foreign Ministry of Norland', ['Sudland'], 'Close the consulate', '2025-07-18'],
    ['2025-08-15', 'Foreign Ministry of Norland', 'issuer', '2025-07-18T11:00', 'Europe/Oslo'],
    ['2025-08-10', 'Foreign Ministry of Norland', 'issuer', '2025-07-21T11:00', 'Europe/Oslo'],
  ),
]

export const TWENTY: Ledger = {
  deadlines: ALL.flatMap(({ deadlines }) => deadlines),
  reports: ALL.flatMap(({ reports }) => reports),
}
