/** What editors send. The examples tell of July 1914, each after the one before it. */
import * as z from 'zod'
import { deadlineInputSchema } from '../../../deadline/deadline-schema.ts'
import { reportInputSchema } from '../../../deadline/report-schema.ts'
import type { Answer, Operation } from '../operation.ts'
import { deadlineShape, reportShape } from '../shapes/ledger.ts'
import { deadlineName } from './subjects.ts'

const tag = 'Recording'
const type = 'application/json'

const entered = (schema: z.ZodType, what: string): Record<200 | 201, Answer> => {
  const headers = z.object({ Location: z.string().describe(`Where the ${what} is read.`) })
  return {
    201: { description: `The ${what}, as it is recorded.`, type, schema, headers },
    200: { description: 'The same was recorded before, as this.', type, schema, headers },
  }
}

const slug = 'july-ultimatum'

const ultimatum = {
  slug,
  kind: 'ultimatum',
  title: 'Accept the demands to Serbia within 48 hours',
  topic: 'july-crisis-1914',
  issuer: 'Austria-Hungary',
  addressees: ['Serbia'],
  demand: 'Accept ten demands without reserve',
  threat: 'Break off relations',
  issuedAt: '1914-07-23',
}

const source = { name: 'Austria-Hungary', standing: 'issuer' }

const date = {
  id: '5c2f0f0e-1914-4723-8a00-000000000001',
  says: 'date',
  when: { in: 'PT48H', from: '1914-07-23T18:00' },
  zone: 'Europe/Belgrade',
  source,
  reportedAt: '1914-07-23T17:00:00Z',
}

const outcome = {
  id: '5c2f0f0e-1914-4723-8a00-000000000002',
  says: 'outcome',
  outcome: { result: 'partly-met', consequence: 'carried-out', at: '1914-07-25' },
  source,
  note: 'All but one demand was accepted; relations were broken off the same evening.',
  reportedAt: '1914-07-25T17:30:00Z',
}

export const recordingOperations: Operation[] = [
  {
    ...{ id: 'openDeadline', tag, method: 'post', path: '/deadlines' },
    summary: 'Open a deadline',
    description:
      'Its facts that do not change; what is said of its date is in reports. The same sent again changes nothing.',
    isForEditors: true,
    body: {
      type,
      schema: deadlineInputSchema.check(
        z.meta({ id: 'DeadlineInput', description: 'A deadline to open.' }),
      ),
    },
    answers: entered(deadlineShape, 'deadline'),
    problems: [400, 401, 403, 409, 413, 415, 429],
    examples: {
      opened: { summary: 'The ultimatum of 1914', body: ultimatum, status: 201 },
      again: { summary: 'The same once more', body: ultimatum, status: 200 },
    },
  },
  {
    ...{ id: 'addReport', tag, method: 'post', path: '/deadlines/{slug}/reports' },
    summary: 'Record a report',
    description:
      'One source saying one thing at one time. The same sent again changes nothing: with an id of your own, whatever else happened meanwhile.',
    isForEditors: true,
    names: deadlineName,
    body: {
      type,
      schema: reportInputSchema.check(
        z.meta({ id: 'ReportInput', description: 'A report to record.' }),
      ),
    },
    answers: entered(reportShape, 'report'),
    problems: [400, 401, 403, 404, 409, 413, 415, 429],
    examples: {
      date: { summary: 'A date, counted: 48 hours', names: { slug }, body: date, status: 201 },
      outcome: { summary: 'What came of it', names: { slug }, body: outcome, status: 201 },
      again: { summary: 'The date once more', names: { slug }, body: date, status: 200 },
    },
  },
]
