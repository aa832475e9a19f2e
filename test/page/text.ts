/** The words of some markup, as a reader gets them. */
export function textOf(markup: string): string {
  return withoutDrawings(markup)
    .replace(/<(script|title)\b.*?<\/\1>/gs, ' ')
    .replace(/<\/?(span|b|bdi|a|del|ins|time|strong|em|code)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
}

/** From the inside out, as one drawing may hold another. */
function withoutDrawings(markup: string): string {
  const rest = markup.replace(/<svg\b(?:(?!<svg\b).)*?<\/svg>/gs, ' ')
  return rest === markup ? rest : withoutDrawings(rest)
}
