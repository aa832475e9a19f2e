import { describe, expect, test } from 'vitest'
import { type From, whensOf } from './reading.ts'

/** A Monday. */
const MONDAY = '2025-07-21'
const ahead: From = { day: MONDAY }
const back: From = { day: MONDAY, direction: 'back' }
const talks: From = { day: MONDAY, kind: 'talks' }

describe('a date that is ahead, read on a Monday', () => {
  test.for<[string, string]>([
    ['on Wednesday', '2025-07-23'],
    ['this Wednesday', '2025-07-23'],
    ['on Monday', '2025-07-21'],
    ['next Wednesday', '2025-07-30'],
    ['Wednesday next week', '2025-07-30'],
    ['Wednesday of next week', '2025-07-30'],
    ['next week, on Tuesday', '2025-07-29'],
    ['today', '2025-07-21'],
    ['tonight', '2025-07-21'],
    ['tomorrow', '2025-07-22'],
    ['to-morrow', '2025-07-22'],
    ['the day after tomorrow', '2025-07-23'],
    ['2 September', '2025-09-02'],
    ['September 2', '2025-09-02'],
    ['Sept. 2nd', '2025-09-02'],
    ['Friday, July 25, 2025', '2025-07-25'],
    ['on the 2nd', '2025-08-02'],
    ['1 May', '2026-05-01'],
    ['29 February', '2028-02-29'],
    ['in 50 days', '2025-09-09'],
    ['within 50 days', '2025-09-09'],
    ['fifty days from now', '2025-09-09'],
    ['in two weeks', '2025-08-04'],
    ['in two weeks’ time', '2025-08-04'],
    ['in a fortnight', '2025-08-04'],
    ['in a month', '2025-08-21'],
    ['three months from today', '2025-10-21'],
    ['within 24 hours', '2025-07-22'],
    ['within 72 hours', '2025-07-24'],
    ['10 or 12 days from today', '2025-07-31/2025-08-02'],
    ['in 10 to 12 days', '2025-07-31/2025-08-02'],
    ['from 5 to 8 May', '2026-05-05/2026-05-08'],
    ['5–8 May 2026', '2026-05-05/2026-05-08'],
    ['between 5 and 8 May', '2026-05-05/2026-05-08'],
    ['between May 5 and May 8', '2026-05-05/2026-05-08'],
    ['30 December to 2 January', '2025-12-30/2026-01-02'],
    ['Tuesday and Wednesday', '2025-07-22/2025-07-23'],
    ['from Monday to Wednesday', '2025-07-21/2025-07-23'],
    ['on 5 or 6 May', '[2026-05-05,2026-05-06]'],
    ['Wednesday or Thursday', '[2025-07-23,2025-07-24]'],
    ['by Friday', '2025-07-25'],
    ['by 1 May', '2026-05-01'],
    ['before midnight on Friday', '2025-07-25'],
    ['until dawn on Friday', '2025-07-25'],
    ['until Friday', '2025-07-25'],
    ['no later than 1 August', '2025-08-01'],
    ['before 1 August', '2025-07-31'],
    ['by the end of April', '../2026-04-30'],
    ['by the end of the month', '../2025-07-31'],
    ['by the end of the year', '../2025-12-31'],
    ['by the end of the week', '../2025-07-27'],
    ['before the end of August', '../2025-08-31'],
    ['not before 1 September', '2025-09-01/..'],
    ['after 1 September', '2025-09-01/..'],
    ['no earlier than 1 September', '2025-09-01/..'],
    ['in August', '2025-08'],
    ['in July', '2025-07'],
    ['in May', '2026-05'],
    ['next month', '2025-08'],
    ['later this month', '2025-07'],
    ['early August', '2025-08~'],
    ['in mid-August', '2025-08~'],
    ['late August', '2025-08~'],
    ['at the end of August', '2025-08~'],
    ['around mid-August', '2025-08~'],
    ['in 2026', '2026'],
    ['next year', '2026'],
    ['next week', '2025-07-28/2025-08-03'],
    ['in the coming week', '2025-07-28/2025-08-03'],
    ['this week', '2025-07-21/2025-07-27'],
    ['later this week', '2025-07-21/2025-07-27'],
    ['the week after next', '2025-08-04/2025-08-10'],
    ['at the weekend', '2025-07-26/2025-07-27'],
    ['around 15 August', '2025-08-15~'],
    ['roughly two weeks from now', '2025-08-04~'],
    ['possibly on Friday', '2025-07-25?'],
    ['19:00 on Wednesday', '2025-07-23T19:00'],
    ['7 p.m. Wednesday', '2025-07-23T19:00'],
    ['at 7.30 p.m. on Wednesday', '2025-07-23T19:30'],
    ['Wednesday at 1900 GMT', '2025-07-23T19:00'],
    ['six o’clock in the evening on Saturday', '2025-07-26T18:00'],
    ['noon on Friday', '2025-07-25T12:00'],
    ['midnight on Friday', '2025-07-25'],
    ['6 p.m. (1600 GMT) on Friday', '2025-07-25T18:00'],
    ['at 10 a.m. today', '2025-07-21T10:00'],
  ])('%s is %s', ([words, when]) => {
    expect(whensOf(words, ahead)).toEqual([when])
  })
})

describe('a date that is past, read on a Monday', () => {
  test.for<[string, string]>([
    ['on Friday', '2025-07-18'],
    ['last Friday', '2025-07-18'],
    ['on Monday', '2025-07-21'],
    ['last Monday', '2025-07-14'],
    ['yesterday', '2025-07-20'],
    ['last night', '2025-07-20'],
    ['2 September', '2024-09-02'],
    ['on the 2nd', '2025-07-02'],
    ['in May', '2025-05'],
    ['in October', '2024-10'],
    ['last week', '2025-07-14/2025-07-20'],
    ['at the weekend', '2025-07-19/2025-07-20'],
    ['last month', '2025-06'],
    ['two weeks ago', '2025-07-07'],
    ['from Thursday to Saturday', '2025-07-17/2025-07-19'],
    ['from Saturday to Monday', '2025-07-19/2025-07-21'],
  ])('%s was %s', ([words, when]) => {
    expect(whensOf(words, back)).toEqual([when])
  })
})

describe('talks by a day are some time until then', () => {
  test.for<[string, string]>([
    ['by Friday', '../2025-07-25'],
    ['no later than Friday', '../2025-07-25'],
    ['before 1 August', '../2025-07-31'],
    ['by the end of April', '../2026-04-30'],
    ['on Friday', '2025-07-25'],
  ])('%s', ([words, when]) => {
    expect(whensOf(words, talks)).toEqual([when])
  })
})

describe('a count', () => {
  test.for<[string, string, string]>([
    ['in a month', '2025-01-31', '2025-02-28'],
    ['in a month', '2024-01-31', '2024-02-29'],
    ['in six months', '1958-11-27', '1959-05-27'],
    ['in 72 hours', '2020-12-30', '2021-01-02'],
    ['in a year', '2024-02-29', '2025-02-28'],
  ])('%s from %s is %s', ([words, countFrom, when]) => {
    expect(whensOf(words, { day: MONDAY, countFrom })).toEqual([when])
  })
})

describe('no date', () => {
  test.for([
    'for two days',
    'two days later',
    'on 31 June',
    'on 02/09/2025',
    'the march may be over',
    'Resolution 242 of the Council',
    '5,000 troops in 10 towns',
    'a second round',
  ])('%s', (words) => {
    expect(whensOf(words, ahead).filter((when) => when !== null)).toEqual([])
  })
})

test('two dates stay two', () => {
  expect(whensOf('on 16 May and 2 June', back)).toEqual(['2025-05-16', '2025-06-02'])
  expect(whensOf('on March 3 and March 7', back)).toEqual(['2025-03-03', '2025-03-07'])
})

test('years beyond what can be written are no dates', () => {
  expect(whensOf('in 900 years', { day: '9990-01-01' })).toEqual([null])
  expect(whensOf('900 years ago', { day: '0100-01-01', direction: 'back' })).toEqual([null])
})
