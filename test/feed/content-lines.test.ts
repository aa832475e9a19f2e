import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import {
  fold,
  type Property,
  text,
  writeComponent,
  writeProperty,
} from '../../src/feed/content-lines.ts'
import { unfold } from './calendars.ts'

const octets = (line: string) => new TextEncoder().encode(line).length

const anyLine = fc
  .string({ unit: 'binary', maxLength: 400, size: 'max' })
  .map((line) => line.replace(/[\r\n]/g, ''))

/** Around what is one, two, three and four octets long. */
const denseLine = fc
  .array(fc.constantFrom('a', ' ', '\u0080', '\u07ff', '\u0800', '\uffff', '\u{10000}', '👩🏽‍🚀'), {
    maxLength: 300,
    size: 'max',
  })
  .map((characters) => characters.join(''))

describe('A content line', () => {
  test('has at most 75 octets, starts no character in one line to end it in the next, and unfolds', () => {
    fc.assert(
      fc.property(fc.oneof(anyLine, denseLine), (line) => {
        const folded = fold(line)
        for (const part of folded.split('\r\n')) {
          expect(octets(part)).toBeLessThanOrEqual(75)
          expect(part.isWellFormed()).toBe(true)
        }
        expect(unfold(folded)).toBe(line)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    [75, 1],
    [76, 2],
    [149, 2],
    [150, 3],
  ])('of %d octets takes %d lines', (length, lines) => {
    expect(fold('x'.repeat(length)).split('\r\n')).toHaveLength(lines)
  })

  test.each([
    ['back\\slash', 'back\\\\slash'],
    ['semi;colon', 'semi\\;colon'],
    ['com,ma', 'com\\,ma'],
    ['new\nline', 'new\\nline'],
    ['carriage\r\nreturn\rtoo', 'carriage\\nreturn\\ntoo'],
    ['line\u2028and\u2029paragraph', 'line\\nand\\nparagraph'],
    ['nul\0bell\u0007delete\u007fnext\u0085', 'nulbelldeletenext'],
    ['tab\tcolon:quote"', 'tab\tcolon:quote"'],
    ['half \ud83d pair', 'half \ufffd pair'],
    ['\\n is not a line break', '\\\\n is not a line break'],
    ['\r\nBEGIN:VEVENT\r\n', '\\nBEGIN:VEVENT\\n'],
  ])('takes %j as %j', (hostile, written) => {
    const property = text('summary', hostile)
    expect(property && writeProperty(property)).toBe(`SUMMARY:${written}\r\n`)
  })

  test('gives back any words that it is given', () => {
    fc.assert(
      fc.property(fc.oneof(anyLine, fc.string({ unit: 'grapheme' })), (words) => {
        const property = text('summary', words)
        if (!property) throw new Error('no property')
        const [, properties] = ICAL.parse(writeComponent(['vevent', [property], []]))
        expect(properties[0][3]).toBe(property[3])
      }),
    )
  })

  test('keeps several values apart, and is not there without any', () => {
    const property = text('categories', 'a,b', null, 'c')
    expect(property && writeProperty(property)).toBe('CATEGORIES:a\\,b,c\r\n')
    expect(text('location', null)).toBeNull()
  })

  test('says the type of a value where it is not the usual one', () => {
    expect(writeProperty(['x-wr-calname', {}, 'text', 'a;b'])).toBe('X-WR-CALNAME:a\\;b\r\n')
    expect(writeProperty(['x-published-ttl', {}, 'duration', 'PT1H'])).toBe(
      'X-PUBLISHED-TTL:PT1H\r\n',
    )
    expect(writeProperty(['source', {}, 'uri', 'https://a.example/b?c=d,e;f'])).toBe(
      'SOURCE;VALUE=URI:https://a.example/b?c=d,e;f\r\n',
    )
  })

  test.each([
    ['dtstamp', {}, 'date-time', '2025-07-21T19:00:00Z'],
    ['dtstart', { tzid: 'Europe/Kyiv' }, 'date-time', '2025-07-21T22:00:00'],
    ['dtstart', { tzid: '+05:30' }, 'date-time', '2025-07-21T22:00:00'],
    ['dtend', {}, 'date', '2025-07-22'],
    ['tzoffsetfrom', {}, 'utc-offset', '+02:02:04'],
    ['tzoffsetto', {}, 'utc-offset', '-03:00'],
    ['trigger', {}, 'duration', '-P1DT12H'],
    ['sequence', {}, 'integer', 3],
    ['url', {}, 'uri', 'https://a.example/b?c=d,e;f'],
    ['refresh-interval', {}, 'duration', 'PT1H'],
    ['categories', {}, 'text', 'a', 'b;c'],
  ] satisfies Property[])('of %s %j as %s is read by another as what it is of', (...property) => {
    const [, [read]] = ICAL.parse(writeComponent(['vevent', [property], []]))
    expect(read).toEqual(property)
  })
})
