import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import {
  type Asking,
  absolute,
  MANIFEST,
  NOTHING_ASKED,
  type Subject,
  TOUCH_ICON,
} from '../href.ts'
import { Alternates } from './alternates.tsx'
import { Instant } from './date.tsx'
import { Languages } from './languages.tsx'
import { type Current, Masthead } from './masthead.tsx'
import { PICTURE, type Script, type Sheet, type Site, type View } from './page.ts'
import { KNOWN, LANGUAGES, type Language, type Words, wordsFor } from './words/words.ts'

interface Props {
  view: View
  title: string | null
  description: string
  /** This page's address, for whatever is asked. */
  path: (asking: Asking) => string
  sheet?: Sheet
  /** What it is the page of, and what that is narrowed to; without, it names the feeds of everything. */
  subject?: Subject
  /** What that is called, where it is not the title. */
  name?: string | null
  narrowed?: { [name: string]: string | null }
  /** Where its card for other sites' pages is described. */
  oembed?: string
  /** A page without one is only read. */
  script?: Script
  /** What is shown of a link to it, and in words; without those, with as few tags as will do. */
  picture?: Picture
  /** Which of the masthead's pages this is, if any. */
  current?: Current | null
  /** The page that search engines are to list, where this is one of its many variants. */
  canonical?: (asking: Asking) => string
  /** Whether it comes in every language, or in English alone. */
  translated?: boolean
  /** For search engines: JSON-LD, as text that may stand in a script element. */
  dataBlock?: string
  foot: Child
  children: Child
}

interface Picture {
  path: string
  alt?: string
}

type HeadProps = Omit<Props, 'foot' | 'children' | 'translated'>

/** A whole document: doctype, head, masthead, the matter, the foot. */
export function Frame({
  view,
  path,
  current = null,
  translated = true,
  foot,
  children,
  ...head
}: Props) {
  const words = wordsFor(view)
  const { subject = 'everything', script } = head
  const page = (
    <html lang={words.lang} dir={words.dir}>
      <Head view={view} path={path} current={current} {...head} />
      <body {...(script === 'live' && liveData(view, words))}>
        <a class="skip" href="#matter">
          {words.phrase.skip}
        </a>
        <Masthead view={view} path={path} subject={subject} current={current} />
        <main id="matter">{children}</main>
        {foot}
        {isResource(head, current) && <Printed view={view} path={path} />}
        {translated && <Languages view={view} path={path} />}
      </body>
    </html>
  )
  return html`<!doctype html>${page}`
}

/** Some thing's own page, that has an address of its own. */
function isResource({ subject }: Pick<Props, 'subject'>, current: Current | null = null): boolean {
  return subject !== undefined || current !== null
}

/** On paper, where it is from and of which instant. */
function Printed({ view, path }: Pick<Props, 'view' | 'path'>) {
  return (
    <p class="printed">
      {absolute(view.site.url, path(view.asking))},{' '}
      <Instant view={view} at={view.now} isLive={view.head !== null} />
    </p>
  )
}

function Head({
  view,
  title,
  description,
  path,
  sheet = 'page',
  subject,
  name = title,
  narrowed,
  oembed,
  script,
  picture,
  current,
  canonical = path,
  dataBlock,
}: HeadProps) {
  const { site, assets, asking } = view
  const hasAddress = isResource({ subject }, current)
  // Every instant and every filter has a page, so crawlers would never reach the end of them.
  const listed = canonical({ ...NOTHING_ASKED, lang: asking.lang })
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf7" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#121316" />
      <title>{title === null ? site.title : `${title} · ${site.title}`}</title>
      <meta name="description" content={description} />
      {hasAddress && <link rel="canonical" href={absolute(site.url, listed)} />}
      {hasAddress && listed === path(asking) && <Translations site={site} path={path} />}
      <link rel="icon" type="image/svg+xml" href={assets.icon} />
      <link rel="apple-touch-icon" href={TOUCH_ICON} />
      <link rel="manifest" href={MANIFEST} />
      <link rel="stylesheet" href={assets.style[sheet]} />
      <Alternates view={view} subject={subject ?? null} name={name} narrowed={narrowed} />
      {oembed && (
        <link
          rel="alternate"
          type="application/json+oembed"
          href={oembed}
          title={title ?? site.title}
        />
      )}
      {subject && (
        <Card
          site={site}
          title={title ?? site.title}
          description={description}
          url={absolute(site.url, path(asking))}
          picture={picture}
        />
      )}
      {dataBlock && <script type="application/ld+json">{raw(dataBlock)}</script>}
      {script && <script type="module" src={assets.script[script]} />}
    </head>
  )
}

/** The same page in each language, for search engines. */
function Translations({ site, path }: { site: Site; path: (asking: Asking) => string }) {
  const address = (lang: Language | null) => absolute(site.url, path({ ...NOTHING_ASKED, lang }))
  return (
    <>
      {LANGUAGES.map((lang) => (
        <link rel="alternate" hreflang={KNOWN[lang].lang} href={address(lang)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={address(null)} />
    </>
  )
}

interface CardProps {
  site: Site
  title: string
  description: string
  url: string
  picture?: Picture
}

/** What a messenger or a network shows of a link: Open Graph, and Twitter's card. */
function Card({ site, title, description, url, picture }: CardProps) {
  const image = picture && absolute(site.url, picture.path)
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={site.title} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      <meta name="twitter:card" content={picture ? 'summary_large_image' : 'summary'} />
      {image && <meta property="og:image" content={image} />}
      {image && picture.alt && (
        <FullCard title={title} description={description} image={image} alt={picture.alt} />
      )}
    </>
  )
}

interface FullCardProps {
  title: string
  description: string
  image: string
  alt: string
}

/** What can be told of a picture before it is loaded, and what else would be inferred. */
function FullCard({ title, description, image, alt }: FullCardProps) {
  return (
    <>
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(PICTURE.width)} />
      <meta property="og:image:height" content={String(PICTURE.height)} />
      <meta property="og:image:alt" content={alt} />
      <meta name="twitter:title" content={title} />
      <meta name="twitter:description" content={description} />
      <meta name="twitter:image" content={image} />
      <meta name="twitter:image:alt" content={alt} />
    </>
  )
}

/** For the browser's script: the server's clock, the ledger's head, and the words to count in. */
function liveData({ now, head }: View, { count, reader, phrase: { updated } }: Words) {
  return {
    'data-now': now,
    'data-head': head ?? undefined,
    'data-words': JSON.stringify({ count, reader, updated }),
  }
}
