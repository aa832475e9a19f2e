/** In the place of a page that was not kept: that there is no connection, and which pages there are. */
import { BUILT, type OfflineWords } from './built.ts'
import type { Kept } from './pages.ts'

const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'"

export function pageInstead(kept: Kept[]): Response {
  const lang = languageOf(kept)
  return new Response(markup(lang, BUILT.words[lang], kept), {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
  })
}

/** As the last page that was read, else as the browser is. */
function languageOf([last]: Kept[]): string {
  const read = /<html lang="([^"]*)"/.exec(last?.text ?? '')?.[1]
  const wanted = [read, ...navigator.languages].map((tag) => tag?.split('-')[0])
  return wanted.find((tag) => tag && tag in BUILT.words) ?? 'en'
}

function markup(lang: string, words: OfflineWords, kept: Kept[]): string {
  return `<!doctype html>
<html lang="${lang}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.title}</title>
<link rel="icon" type="image/svg+xml" href="${BUILT.icon}">
<link rel="stylesheet" href="${BUILT.style}">
</head>
<body><main><section class="problem">
<h1>${words.title}</h1>
<p>${kept.length > 0 ? words.is : words.none}</p>
<ul class="lines">${kept.map(item).join('')}</ul>
</section></main></body>
</html>`
}

/** A title is markup already: it was taken from some. */
function item({ url, text }: Kept): string {
  const { pathname, search } = new URL(url)
  const title = /<title>([^<]*)</.exec(text)?.[1] ?? pathname
  const address = (pathname + search).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return `<li><a href="${address}"><bdi>${title}</bdi></a></li>`
}
