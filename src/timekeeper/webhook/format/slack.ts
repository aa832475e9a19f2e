/** For Slack's incoming webhooks. What others have written is plain text there: no markup, no mention. */
import type { Message } from '../parcel.ts'
import { cut } from './cut.ts'

/** Slack's own limits, in characters. */
const MOST_IN_A_HEADER = 150
const MOST_IN_A_SECTION = 3000

/** The three signs by which markup and mentions are told from words. */
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (sign: string): string => ESCAPES[sign] ?? sign

/** What takes Slack's messages and finds mentions by their @ alone finds none here. */
const unmentioned = (sign: string): string => (sign === '@' ? '@\u2060' : escaped(sign))

export function writeSlack({ title, text, links }: Message) {
  const plain = (words: string, most: number) => ({
    ...{ type: 'plain_text', emoji: false },
    text: cut(words, most, { escape: escaped }),
  })
  return {
    text: cut(`${title}\n${text}`, MOST_IN_A_SECTION, { escape: unmentioned }),
    blocks: [
      { type: 'header', text: plain(title, MOST_IN_A_HEADER) },
      { type: 'section', text: plain(text, MOST_IN_A_SECTION) },
      {
        type: 'context',
        elements: links.map(({ name, url }) => ({ type: 'mrkdwn', text: link(url, name) })),
      },
    ],
    ...{ unfurl_links: false, unfurl_media: false },
  }
}

function link(url: string, name: string): string {
  return `<${url.replaceAll('|', '%7C').replace(/[&<>]/g, escaped)}|${name}>`
}
