/**
 * Every address and id that the tracker gives out. One resource has one address; the suffix is
 * the representation. Paths start with `/`; `absolute` puts a site before them.
 */

/** What a reader asked for, instants as RFC 3339; null where the reader did not. */
export type Asking = {
  /** The world as of this instant. */
  at: string | null
  /** Only what had been recorded by this one. */
  known: string | null
  /** The language of the pages; what programs read is the same in all. */
  lang: string | null
}

export const NOTHING_ASKED: Asking = { at: null, known: null, lang: null }

/** The forms that a board, a topic or a deadline comes in, by suffix; '' is the page. */
export type Suffix = '' | '.json' | '.atom' | '.rss' | '.feed.json' | '.ics' | '.svg' | '.png'

/** What can be subscribed to: everything, a topic, or a deadline. */
export type Subject = { topic: string } | { slug: string } | 'everything'

/** What else a list may be asked for. */
export interface Narrowed {
  topic?: string | null
  kind?: string | null
  certainty?: string | null
  phase?: string | null
  q?: string | null
  limit?: string
  cursor?: string
}

/** The board; a topic's has an address of its own, and whatever else it is narrowed by follows. */
export const boardPath = (
  asking = NOTHING_ASKED,
  { topic = null, ...narrowed }: Narrowed = {},
): string => `/${topic === null ? '' : `topics/${topic}`}${query({ ...asking, ...narrowed })}`

export const statusPath = (asking = NOTHING_ASKED, narrowed: Narrowed = {}): string =>
  `/status.json${query({ ...instantsOf(asking), ...narrowed })}`

/** How deadlines ended; `cursor` is where an older page starts. */
export const archivePath = (asking = NOTHING_ASKED, cursor: string | null = null): string =>
  `/archive${query({ ...asking, cursor })}`

export const recordPath = (asking = NOTHING_ASKED): string => `/record${query(asking)}`

export const feedPath = (asking = NOTHING_ASKED): string => `/feed.atom${query(instantsOf(asking))}`

export function deadlinePath(
  slug: string,
  suffix: Suffix = '',
  asking: Asking = NOTHING_ASKED,
): string {
  const inALanguage = suffix === '' || suffix === '.png'
  return `/deadlines/${slug}${suffix}${query(inALanguage ? asking : instantsOf(asking))}`
}

export function topicPath(
  topic: string,
  suffix: Suffix = '',
  asking: Asking = NOTHING_ASKED,
): string {
  return `/topics/${topic}${suffix}${query(suffix === '' ? asking : instantsOf(asking))}`
}

/** What everything's forms are called: elsewhere the suffix follows the name. */
const WHOLE: Record<Form, string> = {
  '': '/',
  '.json': '/status.json',
  '.atom': '/feed.atom',
  '.rss': '/feed.rss',
  '.feed.json': '/feed.json',
  '.ics': '/calendar.ics',
}

/** The forms that every subject comes in. */
export type Form = Exclude<Suffix, '.svg' | '.png'>

/** A subject's address in a form, and what it is narrowed by. */
export function subjectPath(
  subject: Subject,
  form: Form,
  asking: Asking = NOTHING_ASKED,
  narrowed: { [name: string]: string | null } = {},
): string {
  const name = subjectName(subject, form)
  return `${name}${query({ ...(form === '' ? asking : instantsOf(asking)), ...narrowed })}`
}

function subjectName(subject: Subject, form: Form): string {
  if (subject === 'everything') return WHOLE[form]
  return 'topic' in subject ? topicPath(subject.topic, form) : deadlinePath(subject.slug, form)
}

/** Where a subject's feeds and calendars are told of. */
export const subscribePath = (subject: Subject = 'everything', asking = NOTHING_ASKED): string =>
  `/subscribe${query({ ...(subject === 'everything' ? {} : subjectQuery(subject)), ...asking })}`

function subjectQuery(subject: Exclude<Subject, 'everything'>) {
  return 'topic' in subject ? { topic: subject.topic } : { deadline: subject.slug }
}

/**
 * An address that opens in a calendar app. `webcal`, on a site with https too: it is the one that
 * browsers let apps take (HTML, section 8.9.1.3); of `webcals` half of the apps have not heard, and
 * those that begin without TLS are sent on to it.
 */
export const webcal = (siteUrl: string, path: string): string =>
  absolute(siteUrl, path).replace(/^https?:/, 'webcal:')

/** How the tracker is doing, for whoever watches it (Prometheus). */
export const METRICS = '/metrics'
/** What comes to pass with a subject, as a stream; `heartbeat` is what comes between. */
export const LIVE = '/live'
export const livePath = (subject: Subject = 'everything', heartbeat: string | null = null) =>
  `${LIVE}${query({ ...(subject === 'everything' ? {} : subjectQuery(subject)), heartbeat })}`

/** The hub that announces what is new in a feed (W3C WebSub). */
export const HUB = '/hub'

/** Where webhooks are subscribed to, and the page of one, which its key opens. */
export const WEBHOOKS = '/webhooks'
export const webhookPath = (
  id: string,
  key: string | null = null,
  { lang } = NOTHING_ASKED,
): string => `${WEBHOOKS}/${id}${query({ key, lang })}`

/** The link that the address itself is sent, and agrees by. */
export const webhookConfirmPath = (
  id: string,
  challenge: string | null = null,
  { lang } = NOTHING_ASKED,
): string => `${WEBHOOKS}/${id}/confirm${query({ challenge, lang })}`

/** Where the form on the page to subscribe by is sent. */
export const subscribeWebhookPath = (subject: Subject = 'everything', { lang } = NOTHING_ASKED) =>
  `/subscribe/webhook${query({ ...(subject === 'everything' ? {} : subjectQuery(subject)), lang })}`

/** What has not arrived, for editors' programs; and where it is sent again from. */
export const DELIVERIES = '/deliveries.json'
export const REPLAY = '/deliveries/replay'

/** Where browsers ask to be notified, and what is below it: one's own subscription, by its id. */
export const PUSH = '/push'
export const pushPath = (place: string): string => `${PUSH}/${place}`

/** What works in a reader's browser while no page is open, for all addresses. */
export const SERVICE_WORKER = '/service-worker.js'

/** Where editors work in a browser, and its pages. */
export const DESK = '/desk'
export const deskPath = (...place: string[]): string => [DESK, ...place].join('/')
export const deskDeadlinePath = (slug: string, ...place: string[]): string =>
  deskPath('deadlines', slug, ...place)

/** The card of a deadline, for other sites' pages; null leaves the theme to the reader. */
export const embedPath = (slug: string, theme: string | null = null, asking = NOTHING_ASKED) =>
  `/embed/${slug}${query({ ...asking, theme })}`

/** Where the card of a page is described (oembed.com); `page` is absolute. */
export const oembedPath = (page: string): string => `/oembed${query({ url: page, format: 'json' })}`

/** What browsers install the tracker by; and the icon where some look for it without being told. */
export const MANIFEST = '/manifest.webmanifest'
export const TOUCH_ICON = '/apple-touch-icon.png'

/** All addresses described for programs (OpenAPI), and for who writes them. */
export const CONTRACT = '/openapi.json'
export const docsPath = (asking = NOTHING_ASKED): string => `/docs${query(asking)}`
/** There, how a webhook's signature is checked. */
export const checkingPath = (asking = NOTHING_ASKED): string => `${docsPath(asking)}#checking`

/** Which deadline's page an address is; null for any other, and for another site's. */
export function slugOfPage(siteUrl: string, address: string): string | null {
  const url = URL.parse(address)
  if (url?.origin !== new URL(siteUrl).origin) return null
  return /^\/deadlines\/([a-z0-9-]+)$/.exec(url.pathname)?.[1] ?? null
}

const WHOLE_FEED = /^\/feed\.(atom|rss|json)$/
const FEED = /^\/(?<place>topics|deadlines)\/(?<name>[a-z0-9-]+)\.(atom|rss|feed\.json)$/

/** What an address is a feed of; null for any that is none, and for another site's. */
export function subjectOfFeed(siteUrl: string, address: string): Subject | null {
  const url = URL.parse(address)
  if (url?.origin !== new URL(siteUrl).origin) return null
  if (WHOLE_FEED.test(url.pathname)) return 'everything'
  const { place, name } = FEED.exec(url.pathname)?.groups ?? {}
  if (!name) return null
  return place === 'topics' ? { topic: name } : { slug: name }
}

/** The day that the shipped ledger is told from: Monday, 21 July 2025. */
export const DAY_OF_REFERENCE = '2025-07-21T20:00:00Z'

export function absolute(siteUrl: string, path: string): string {
  return new URL(path, siteUrl).href
}

/** A UUID as a URI (RFC 9562, section 4): a permanent id, the same on every host. */
export function urn(uuid: string): string {
  return `urn:uuid:${uuid}`
}

/** The tracker's own namespace for ids made from what a report says. */
const NAMESPACE = 'c0de11e0-11e0-5a11-9a11-e1e7e471b0a5'

/** A UUID of version 5: the same name always gives the same id (RFC 9562, section 5.5). */
export async function nameBasedUuid(name: string): Promise<string> {
  const namespace = Uint8Array.from(NAMESPACE.replaceAll('-', '').match(/../g) ?? [], (hex) =>
    Number.parseInt(hex, 16),
  )
  const bytes = new Uint8Array([...namespace, ...new TextEncoder().encode(name)])
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes)).slice(0, 16)
  hash[6] = (hash[6] & 0x0f) | 0x50
  hash[8] = (hash[8] & 0x3f) | 0x80
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A change's own id, the same wherever it is told: its report's, or a milestone's made from what it is. */
export async function changeId(
  slug: string,
  { milestone, key }: { milestone: string | null; key: string },
): Promise<string> {
  return milestone === null ? key : nameBasedUuid(`${deadlinePath(slug)}#${key}`)
}

function instantsOf({ at, known }: Asking) {
  return { at, known }
}

function query(parameters: { [name: string]: string | null | undefined }): string {
  const asked = Object.entries(parameters).filter((each): each is [string, string] => !!each[1])
  const text = new URLSearchParams(asked).toString().replaceAll('%3A', ':').replaceAll('%2C', ',')
  return text && `?${text}`
}
