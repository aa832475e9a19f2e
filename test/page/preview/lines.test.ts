import { describe, expect, it } from 'vitest'
import { cutTo, linesOf } from '../../../src/page/preview/lines.ts'

/** A hundred to the letter, so that lines can be counted by hand. */
const measure = (text: string) => [...text].length * 100

describe('lines by their measured width', () => {
  it.each([
    ['one two', 700, 3, ['one two']],
    ['one two', 600, 3, ['one', 'two']],
    ['aaaa bb cc dd', 1000, 3, ['aaaa bb', 'cc dd']],
    ['one two three four', 500, 3, ['one', 'two', 'thre…']],
    ['abcdefgh', 300, 3, ['abc', 'def', 'gh']],
    ['a\u00a0b c', 300, 3, ['a\u00a0b', 'c']],
    ['', 300, 3, []],
  ])('“%s” within %i, at most %i: %j', (text, width, most, lines) => {
    expect(linesOf(text, width, most, measure)).toEqual(lines)
  })

  it('are as many as it takes, and about as long as each other', () => {
    expect(linesOf('End the war in Ukraine within 50 days', 3000, 3, measure)).toEqual([
      'End the war in Ukraine',
      'within 50 days',
    ])
  })

  it('are cut between letters as readers see them', () => {
    expect(cutTo('е\u0301е\u0301е\u0301', 500, measure)).toBe('е\u0301е\u0301…')
  })
})
