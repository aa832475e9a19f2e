/**
 * Components of iCalendar (RFC 5545) as text. They are built as jCal (RFC 7265): plain arrays, of
 * which each value is escaped by its type.
 */

export type Property = [
  name: string,
  parameters: Record<string, string>,
  type: string,
  ...values: (string | number)[],
]

export type Component = [name: string, properties: Property[], parts: Component[]]

/** The usual types of properties that are not of words (RFC 5545, 3.8, RFC 7986, 5, and by custom). */
const USUAL: Record<string, string> = {
  dtstamp: 'date-time',
  dtstart: 'date-time',
  dtend: 'date-time',
  'last-modified': 'date-time',
  sequence: 'integer',
  trigger: 'duration',
  tzoffsetfrom: 'utc-offset',
  tzoffsetto: 'utc-offset',
  url: 'uri',
  'x-published-ttl': 'duration',
}

export function writeComponent([name, properties, parts]: Component): string {
  const lines = properties.map(writeProperty).join('')
  return `${begin(name)}${lines}${parts.map(writeComponent).join('')}${end(name)}`
}

export const begin = (component: string) => `BEGIN:${component.toUpperCase()}\r\n`
export const end = (component: string) => `END:${component.toUpperCase()}\r\n`

export function writeProperty([name, parameters, type, ...values]: Property): string {
  const isUsual = type === (USUAL[name] ?? 'text')
  const given = Object.entries(isUsual ? parameters : { ...parameters, value: type.toUpperCase() })
  const written = given.map(([key, value]) => `;${key.toUpperCase()}=${quoted(value)}`)
  const told = values.map((value) => writeValue(String(value), type)).join(',')
  return `${fold(`${name.toUpperCase()}${written.join('')}:${told}`)}\r\n`
}

/** A parameter's value, which may have no quotation mark (RFC 5545, section 3.2). */
function quoted(value: string): string {
  return /[,:;]/.test(value) ? `"${value}"` : value
}

function writeValue(value: string, type: string): string {
  switch (type) {
    case 'text':
      return value.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
    case 'date':
    case 'date-time':
      return value.replace(/[-:]/g, '')
    case 'utc-offset':
      return value.replaceAll(':', '')
    default:
      return value
  }
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
