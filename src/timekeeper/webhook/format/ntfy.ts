/** For ntfy: the text is the body, and headers say the rest. It is shown as plain text. */
import type { Message } from '../parcel.ts'
import { cut } from './cut.ts'
import type { Written } from './format.ts'

/** A longer body would be made an attachment of. */
const MOST_BYTES = 4096
const MOST_IN_A_TITLE = 250

const HIGH = '4'
const USUAL = '3'

export function writeNtfy({ title, text, links, isUrgent }: Message): Written {
  const [about, ...others] = links
  const foot = others.map(({ name, url }) => `\n${name}: ${url}`).join('')
  return {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      title: encodedWords(cut(title, MOST_IN_A_TITLE)),
      click: about.url,
      tags: 'hourglass',
      priority: isUrgent ? HIGH : USUAL,
    },
    body: cut(text, MOST_BYTES - bytesIn(foot), { measure: bytesIn }) + foot,
  }
}

/** An encoded word has at most 75 characters, of which these are its frame (RFC 2047, section 2). */
const FRAME = '=?UTF-8?B??='
const MOST_BYTES_IN_A_WORD = Math.floor((75 - FRAME.length) / 4) * 3

/** A header's value in ASCII, which is all that HTTP carries unharmed; ntfy reads these since 2.4. */
function encodedWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text) && !text.includes('=?')) return text
  return piecesOf(text)
    .map((piece) => `=?UTF-8?B?${base64(piece)}?=`)
    .join(' ')
}

/** As long as fit into a word each, cut between signs. */
function piecesOf(text: string): string[] {
  const pieces = ['']
  for (const sign of text) {
    if (bytesIn((pieces.at(-1) ?? '') + sign) > MOST_BYTES_IN_A_WORD) pieces.push('')
    pieces[pieces.length - 1] += sign
  }
  return pieces
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}

function bytesIn(text: string): number {
  return new TextEncoder().encode(text).length
}
