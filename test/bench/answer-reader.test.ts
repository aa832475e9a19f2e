import { describe, expect, test } from 'vitest'
import { AnswerReader } from './answer-reader.ts'

const SIZED = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello'
const EMPTY = 'HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n'
const UNCHANGED = 'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n'
const CHUNKED =
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nb\r\n\r\n\r\n0\r\n\r\nok\r\n0\r\n\r\n'

const ANSWERS: [string, number, string][] = [
  ['one of a length', 200, SIZED],
  ['an empty one', 201, EMPTY],
  ['a 304', 304, UNCHANGED],
  ['one in chunks, of which one looks like an end', 200, CHUNKED],
]

describe('Where an answer ends', () => {
  test.each(ANSWERS)('%s: at its last byte, whole or byte by byte', (_, status, text) => {
    const bytes = Buffer.from(text)
    const whole = new AnswerReader()
    expect([whole.take(bytes), whole.status]).toEqual([true, status])
    const reader = new AnswerReader()
    const ends = Array.from(bytes, (byte) => reader.take(Buffer.from([byte])))
    expect(ends.indexOf(true)).toBe(bytes.length - 1)
  })

  test('the next one on the connection is read like the first', () => {
    const reader = new AnswerReader()
    for (const [, status, text] of [...ANSWERS, ...ANSWERS.toReversed()]) {
      expect([reader.take(Buffer.from(text)), reader.status]).toEqual([true, status])
    }
  })

  test('a long one in many pieces', () => {
    const body = 'x'.repeat(300_000)
    const chunk = `${body.length.toString(16)}\r\n${body}\r\n`
    const text = `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}${chunk}0\r\n\r\n`
    const reader = new AnswerReader()
    const bytes = Buffer.from(text)
    const ends: boolean[] = []
    for (let at = 0; at < bytes.length; at += 65_537) {
      ends.push(reader.take(bytes.subarray(at, at + 65_537)))
    }
    expect(ends.indexOf(true)).toBe(ends.length - 1)
  })
})
