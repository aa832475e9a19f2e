import { describe, expect, test } from 'vitest'
import { WEBHOOK_FORMATS } from '../../../src/page/subscribe/webhook-formats.ts'
import { cut } from '../../../src/timekeeper/webhook/format/cut.ts'
import { write } from '../../../src/timekeeper/webhook/format/format.ts'
import { challengeParcel, type Parcel, testParcel } from '../../../src/timekeeper/webhook/parcel.ts'

const LINKS = [
  { name: 'See the deadline', url: 'https://eleventh-hour.example/deadlines/d#1' },
  { name: 'Change or end this', url: 'https://eleventh-hour.example/webhooks/1?key=a&b' },
]

function parcelOf(title: string, text: string, isUrgent = false): Parcel {
  return {
    id: '1',
    envelope: { type: 'webhook.test', timestamp: '2026-11-23T12:00:00Z', version: 1, data: {} },
    message: { title, text, links: LINKS, isUrgent },
  }
}

const USUAL = parcelOf(
  'Leave the island: put off from 1 March to 11 March 2030',
  'Put off from 1 March to 11 March 2030. Firm. “Not yet” The issuer (issuer), 1 February 2030.',
)
const HOSTILE = parcelOf(
  'Tak\r\nX: *now* — @everyone <!channel> <@U1>',
  '<b>&amp;</b> @here [x](https://a.example) **b** _i_ ~s~ `c` ||d|| :smile: <#1> # h\n> q\n- l\n1. n',
  true,
)
const CHALLENGE = challengeParcel(
  { id: '1', now: 1_900_000_000, title: 'Eleventh Hour', subject: 'everything' },
  { challenge: 'abc', confirm: 'https://eleventh-hour.example/webhooks/1/confirm?challenge=abc' },
)
const TEST = testParcel(
  { id: '1', now: 1_900_000_000, title: 'Eleventh Hour', subject: '“Leave the island”' },
  'https://eleventh-hour.example/webhooks/1?key=k',
)

const PARCELS = { usual: USUAL, hostile: HOSTILE, challenge: CHALLENGE, test: TEST }

describe.each(WEBHOOK_FORMATS)('In the format of %s', (format) => {
  test.each(Object.keys(PARCELS) as (keyof typeof PARCELS)[])('%s is as it was', async (name) => {
    const { headers, body } = write(format, PARCELS[name])
    const lines = Object.entries(headers).map(([header, value]) => `${header}: ${value}\n`)
    const shown = format === 'ntfy' ? body : JSON.stringify(JSON.parse(body), null, 2)
    await expect(`${lines.join('')}\n${shown}\n`).toMatchFileSnapshot(
      `./golden/${format}-${name}.txt`,
    )
  })

  test('headers are ASCII, in one line, and what HTTP takes', () => {
    for (const parcel of [...Object.values(PARCELS), parcelOf('Дедлайн '.repeat(60), 'так')]) {
      const { headers } = write(format, parcel)
      for (const value of Object.values(headers)) expect(value).toMatch(/^[\x20-\x7e]+$/)
      expect(() => new Headers(headers)).not.toThrow()
    }
  })

  test('no length is more than it takes', () => {
    for (const sign of ['a', '<', '*', 'є', '😀', '@']) {
      const { body } = write(format, parcelOf(sign.repeat(3000), sign.repeat(9000)))
      if (format === 'ntfy') expect(new TextEncoder().encode(body).length).toBeLessThanOrEqual(4096)
      if (format === 'discord') expect(JSON.parse(body).content.length).toBeLessThanOrEqual(2000)
      if (format === 'slack') {
        const { text, blocks } = JSON.parse(body)
        expect(text.length).toBeLessThanOrEqual(3000)
        expect(blocks[0].text.text.length).toBeLessThanOrEqual(150)
        expect(blocks[1].text.text.length).toBeLessThanOrEqual(3000)
      }
      expect(body.isWellFormed()).toBe(true)
    }
  })
})

describe('What others have written', () => {
  test('mentions nobody in Slack, and is no markup there', () => {
    const { text, blocks } = JSON.parse(write('slack', HOSTILE).body)
    expect(text).not.toMatch(/<|@(here|everyone|channel)/)
    const [header, section, context] = blocks
    for (const { text: block } of [header, section]) {
      expect([block.type, block.emoji]).toEqual(['plain_text', false])
      expect(block.text).not.toContain('<')
    }
    expect(JSON.stringify(context)).not.toContain('everyone')
  })

  test('mentions nobody in Discord, and every sign of markup in it is escaped', () => {
    const { content, allowed_mentions } = JSON.parse(write('discord', HOSTILE).body)
    expect(allowed_mentions).toEqual({ parse: [] })
    const [title, ...rest] = content.split('\n')
    const foreign = [title.slice(2, -2), ...rest.slice(0, -1)].join('\n').replaceAll(/\\./g, '')
    expect(foreign).not.toMatch(/[*_~`|<>#@:[\]()\\-]/)
  })

  test('comes back out of an ntfy header as it was, in words of at most 75 characters', () => {
    const title = 'Ultimatum — «Дедлайн» 🕚 '.repeat(5).trim()
    const words = write('ntfy', parcelOf(title, 'x')).headers.title.split(' ')
    expect(words.length).toBeGreaterThan(1)
    const decoded = words.map((word) => {
      expect(word.length).toBeLessThanOrEqual(75)
      const [, base64] = /^=\?UTF-8\?B\?(.+)\?=$/.exec(word) ?? []
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
    })
    expect(decoded.join('')).toBe(title)
  })
})

describe('A text that is cut', () => {
  test.each([
    ['as long as there is room', 'abc', 3, 'abc'],
    ['too long by a sign', 'abcd', 3, 'ab…'],
    ['of signs of two units', '😀😀😀', 4, '😀…'],
    ['with no room at all', 'abc', 0, '…'],
  ])('%s', (_, text, room, expected) => {
    expect(cut(text, room)).toBe(expected)
  })

  test('is never cut within what a sign is escaped by', () => {
    expect(cut('<<<', 9, { escape: () => '&lt;' })).toBe('&lt;&lt;…')
  })
})
