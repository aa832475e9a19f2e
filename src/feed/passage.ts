/** A few paragraphs, written once and told as plain text or as HTML. */

/** Words within a paragraph: plain, a date that is no longer so, one that is, or a link. */
export type Words = string | { del: string } | { ins: string } | { link: string; href: string }

export type Paragraph = { says: Words[] } | { quote: string; lang: string | null }

export function textOf(paragraphs: Paragraph[]): string {
  return paragraphs
    .map((each) => ('quote' in each ? `“${each.quote}”` : wordsOf(each.says)))
    .join(' ')
}

export function wordsOf(words: Words[]): string {
  return words.map(plain).join('')
}

function plain(words: Words): string {
  if (typeof words === 'string') return words
  if ('del' in words) return words.del
  return 'ins' in words ? words.ins : words.link
}

/** HTML that runs nothing and loads nothing: its own few elements around escaped text. */
export function htmlOf(paragraphs: Paragraph[]): string {
  return paragraphs.map(paragraphHtml).join('\n')
}

function paragraphHtml(paragraph: Paragraph): string {
  if (!('quote' in paragraph)) return `<p>${paragraph.says.map(wordsHtml).join('')}</p>`
  const lang = paragraph.lang ? ` lang="${escaped(paragraph.lang)}"` : ''
  return `<blockquote${lang}><p>${escaped(paragraph.quote)}</p></blockquote>`
}

function wordsHtml(words: Words): string {
  if (typeof words === 'string') return escaped(words)
  if ('del' in words) return `<del>${escaped(words.del)}</del>`
  if ('ins' in words) return `<ins>${escaped(words.ins)}</ins>`
  const isWeb = /^https?:\/\//i.test(words.href)
  return isWeb ? `<a href="${escaped(words.href)}">${escaped(words.link)}</a>` : escaped(words.link)
}

const ENTITIES: Record<string, string> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;' },
  ...{ '"': '&quot;', "'": '&#39;' },
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character])
}

/** Without what no XML document may hold, in any form (XML 1.0, section 2.2). */
export function legible(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}
