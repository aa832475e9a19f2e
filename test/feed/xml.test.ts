import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { element, writeXml } from '../../src/feed/xml.ts'

const parser = new XMLParser({ ignoreAttributes: false, trimValues: false, parseTagValue: false })

/** Of what no XML may have, an entry has been rid before (src/feed/entries.ts). */
const words = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .map((text) => text.replace(/\p{Cc}/gu, ' ').trim())
  .filter((text) => text !== '')

test('Any words are read back as they were, from an element and from an attribute', () => {
  const awkward = fc.constantFrom(']]>', '<![CDATA[', '&amp;', '"', "'", '</b>', ']]]]>', '<!--')
  const mixed = fc.array(fc.oneof(words, awkward), { minLength: 1 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(mixed, (text) => {
      const written = writeXml(element('a', [element('b', text, { c: text })]))
      expect(XMLValidator.validate(written)).toBe(true)
      const { b } = parser.parse(written).a
      expect(b['@_c']).toBe(text)
      expect(b['#text'].trim()).toBe(text)
    }),
  )
})

test('Elements stand within one another, and one without words is left out', () => {
  const inner = [element('b', ' x '), element('c', '  '), element('d', [], { e: 'f', g: null })]
  expect(writeXml(element('a', inner))).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<a>\n  <b>x</b>\n  <d e="f"/>\n</a>\n',
  )
})
