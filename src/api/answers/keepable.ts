/** Which requests are answered from what is kept, and how. Pure. */

/** What anybody may read, and which is the same for all who ask for it in the same language. */
const READ_BY_ALL =
  /^\/($|(status|next|openapi)\.json$|feed\.|calendar\.ics$|(topics|deadlines|embed)\/|(archive|record|subscribe|oembed|docs)$)/

export function isKeepable({ method, url }: Pick<Request, 'method' | 'url'>): boolean {
  return (method === 'GET' || method === 'HEAD') && READ_BY_ALL.test(pathOf(url))
}

function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  return start < 0 ? '/' : url.slice(start).replace(/[?#].*/s, '')
}

/** Whether an instant is asked for: then what is answered does not change with the time. */
export function isOfAnInstant(url: string): boolean {
  return /[?&]at=/.test(url)
}

/**
 * Whether it changes only where something comes to pass, and with no second besides: the calendar of
 * what is known now, which has no counts in it.
 */
export function isOfNoSecond(url: string): boolean {
  return /\.ics$/.test(pathOf(url)) && !/[?&](at|known)=/.test(url)
}

/** What the desk tells the browser of an editor who has just recorded something, for a few seconds. */
export const RECORDED = { cookie: '__Secure-recorded', seconds: 5 }
const RECORDED_COOKIE = `${RECORDED.cookie}=`

/**
 * Whether nothing older will do than there is: for who loads a page anew (RFC 9111, section 5.2.1),
 * and for editors, by their token or by what the desk has told their browser.
 */
export function wantsNewest(headers: Headers): boolean {
  return (
    /\bno-cache\b|\bmax-age=0\b/.test(headers.get('cache-control') ?? '') ||
    headers.has('authorization') ||
    (headers.get('cookie') ?? '').includes(RECORDED_COOKIE)
  )
}

/** All that an answer depends on but the ledger and the time. */
export function questionOf({ url, headers }: Pick<Request, 'url' | 'headers'>): string {
  return `${headers.get('accept-language') ?? ''}\n${url}`
}

/** The address that a question is put to. */
export function addressIn(question: string): string {
  return question.slice(question.lastIndexOf('\n') + 1)
}
