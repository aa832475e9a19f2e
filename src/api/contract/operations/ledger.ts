import * as z from 'zod'
import type { Operation } from '../operation.ts'
import { importedShape } from '../shapes/ledger.ts'

const tag = 'Ledger'
const type = 'application/x-ndjson'

const talks = {
  slug: 'july-mediation',
  kind: 'talks',
  title: 'A conference of four powers in London',
  topic: 'july-crisis-1914',
}

const report = {
  ...{ deadline: talks.slug, says: 'date', when: null },
  source: { name: 'Sir Edward Grey', standing: 'party' },
  reportedAt: '1914-07-26T15:00:00Z',
}

const lines = [talks, report].map((line) => `${JSON.stringify(line)}\n`).join('')

export const ledgerOperations: Operation[] = [
  {
    ...{ id: 'importLedger', tag, method: 'post', path: '/ledger' },
    summary: 'Import',
    description:
      'A file of NDJSON: a line that says something is a report, any other opens a deadline. All of it is checked before any of it is stored; a bad line is named by its number. Sent again, it records only what is missing.',
    isForEditors: true,
    body: {
      type,
      schema: z.string(),
      description: 'Of any length; a line has 65,536 bytes at most.',
    },
    answers: {
      200: {
        description: 'All of it is recorded.',
        ...{ type: 'application/json', schema: importedShape },
      },
    },
    problems: [400, 401, 403, 409, 429],
    examples: {
      lines: { summary: 'Talks, and that they have no date yet', body: lines, status: 200 },
    },
  },
  {
    ...{ id: 'exportLedger', tag, method: 'get', path: '/ledger.ndjson' },
    summary: 'Export',
    description:
      'Every line in the order in which it was recorded. Imported into an empty tracker and exported there, it comes out the same to the byte.',
    isForEditors: true,
    answers: { 200: { description: 'The ledger.', type, schema: z.string() } },
    problems: [401, 403, 429],
    examples: {
      whole: { summary: 'The first lines of the ledger', status: 200 },
    },
  },
]
