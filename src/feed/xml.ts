/** XML as feeds are written in: elements with attributes, of text or of other elements. */

export interface Element {
  name: string
  attributes: Record<string, string | null>
  content: string | Element[]
}

/** An attribute that is null is left out. */
export function element(
  name: string,
  content: Element['content'],
  attributes: Element['attributes'] = {},
): Element {
  return { name, attributes, content }
}

export function writeXml(root: Element): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${writeElement(root, '')}`
}

function writeElement({ name, attributes, content }: Element, indent: string): string {
  const start = `${indent}<${name}${writeAttributes(attributes)}`
  const end = `</${name}>\n`
  if (typeof content === 'string') return writeText(content.trim(), start, end, indent)
  if (content.length === 0) return `${start}/>\n`
  const parts = content.map((each) => writeElement(each, `${indent}  `))
  return `${start}>\n${parts.join('')}${indent}${end}`
}

/** What looks like markup stays readable as CDATA; an element without any text is left out. */
function writeText(text: string, start: string, end: string, indent: string): string {
  if (text === '') return ''
  if (!/[<>&]/.test(text)) return `${start}>${escaped(text)}${end}`
  const data = text.replaceAll(']]>', ']]]]><![CDATA[>')
  return `${start}>\n${indent}  <![CDATA[${data}]]>\n${indent}${end}`
}

function writeAttributes(attributes: Element['attributes']): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${escaped(value?.trim() ?? '')}"`)
    .join('')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
