/**
 * Components of iCalendar (RFC 5545) as text. They are built as jCal (RFC 7265): plain arrays, which
 * `ical.js` writes, with each value escaped by its type. Folding is ours, since `ical.js` 2.2.1 does
 * not count the blank that a continued line starts with, and makes lines of 76 octets.
 */
import ICAL from 'ical.js'

export type Property = [
  name: string,
  parameters: Record<string, string>,
  type: string,
  ...values: (string | number)[],
]

export type Component = [name: string, properties: Property[], parts: Component[]]

const { icalendar } = ICAL.design

/** The properties that `ical.js` does not know, by RFC 7986 and by custom: their usual types. */
const DESIGN = {
  ...icalendar,
  property: {
    ...icalendar.property,
    name: { defaultType: 'text' },
    'x-wr-calname': { defaultType: 'text' },
    'x-wr-caldesc': { defaultType: 'text' },
    'x-published-ttl': { defaultType: 'duration' },
  },
}

export function writeComponent([name, properties, parts]: Component): string {
  const lines = properties.map(writeProperty).join('')
  return `${begin(name)}${lines}${parts.map(writeComponent).join('')}${end(name)}`
}

export const begin = (component: string) => `BEGIN:${component.toUpperCase()}\r\n`
export const end = (component: string) => `END:${component.toUpperCase()}\r\n`

export function writeProperty(property: Property): string {
  return `${fold(ICAL.stringify.property(property, DESIGN, true))}\r\n`
}

/** A property of words; null where there are none. */
export function text(name: string, ...words: (string | null)[]): Property | null {
  const said = words.filter((each) => each !== null).map(printable)
  return said.length > 0 ? [name, {}, 'text', ...said] : null
}

/** Line breaks of any kind as one kind, without the control characters that no value may have. */
function printable(words: string): string {
  return words
    .toWellFormed()
    .replace(/\r\n|[\r\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
}

/** The line break not counted (RFC 5545, section 3.1). */
const MOST_OCTETS = 75

/** Breaks a content line before an octet too many, and never within a character. */
export function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const more = octetsOf(character)
    if (octets + more > MOST_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += more
  }
  return folded
}

/** How long a character is in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x1_0000 ? 3 : 4
}
