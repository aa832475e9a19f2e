import * as z from 'zod'
import { CALENDAR } from '../../parameters.ts'
import type { Operation } from '../operation.ts'
import { at, SUBJECTS } from './subjects.ts'

const headers = z.object({
  'Last-Modified': z.string().optional().describe('When what it tells of last changed.'),
})

export const calendarOperations: Operation[] = SUBJECTS.map((subject) => ({
  id: `get${subject.of}Calendar`,
  ...{ tag: 'Calendars', method: 'get' },
  path: subject.in ? `${subject.in}.ics` : '/calendar.ics',
  summary: 'A calendar to subscribe to',
  description: `iCalendar (RFC 5545), of ${subject.words}: an event for each deadline that has a date, at most 500: those that come first, and then those that were over last. Parameters that it does not know it passes over.`,
  ...('names' in subject && { names: subject.names }),
  query: CALENDAR,
  answers: {
    200: {
      description: 'The calendar.',
      ...{ type: 'text/calendar', schema: z.string().min(1), headers },
    },
  },
  problems: subject.in ? [400, 404] : [400],
  examples: {
    alarm: {
      summary: 'Ultimatums, with an alarm a day before',
      ...('example' in subject && { names: subject.example }),
      query: { at, kind: 'ultimatum', alarm: 'P1D' },
      status: 200,
    },
  },
}))
