import { html, raw } from 'hono/html'
import type { Status } from '../deadline/status.ts'
import { absolute, boardPath, deadlinePath, embedPath } from '../href.ts'
import { writeBriefly, writeClaimedDates } from './brief.ts'
import { Certainty } from './certainty.tsx'
import { Dated, Instant } from './date.tsx'
import type { View } from './page.ts'
import { Eyebrow } from './parties.tsx'
import { Sentence } from './sentence.tsx'
import { FULL } from './words/date.ts'
import { wordsFor } from './words/words.ts'
import { writeZone } from './words/zone.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** As large as the card is at the most, in pixels. */
export const CARD = { width: 480, height: 200 }

interface Props {
  view: View
  status: Status
}

/** A deadline as a card within another site's page: a small document of its own, in one piece. */
export function Embed({ view, status, theme }: Props & { theme: Theme }) {
  const words = wordsFor(view)
  const { site, asking } = view
  const address = absolute(site.url, deadlinePath(status.slug, '', asking))
  const page = (
    <html lang={words.lang} dir={words.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${status.title} · ${site.title}`}</title>
        <link rel="canonical" href={address} />
        <style>{raw(embedStyle(theme))}</style>
      </head>
      <body>
        <main>
          <Eyebrow view={view} status={status} />
          <h1>
            <a href={address} target="_top" rel="noopener">
              {status.title}
            </a>
          </h1>
          <p class="brief">{writeBriefly(view, status)}</p>
          {status.phase !== 'closed' && <Sure view={view} status={status} />}
          <p class="soft">
            <a href={absolute(site.url, boardPath(asking))} target="_top" rel="noopener">
              {site.title}
            </a>
            {words.comma}
            <Instant view={view} at={view.now} />
          </p>
        </main>
      </body>
    </html>
  )
  return html`<!doctype html>${page}`
}

function Sure({ view, status }: Props) {
  const { certainty } = status
  return (
    <p>
      <Certainty view={view} certainty={certainty} />{' '}
      {certainty === 'contested' ? (
        writeClaimedDates(view, status)
      ) : (
        <When view={view} status={status} />
      )}
    </p>
  )
}

function When({ view, status: { when, zone } }: Props) {
  if (when === null) return null
  const words = wordsFor(view)
  return (
    <Sentence
      of={words.phrase.dateIn}
      places={{
        date: <Dated view={view} when={when} zone={zone} style={FULL} />,
        zone: writeZone(words.zone, zone),
      }}
    />
  )
}

/** What another site puts into its page to show the card. */
export function EmbedFrame({ view, status, size }: Props & { size: typeof CARD }) {
  return (
    <iframe
      src={absolute(view.site.url, embedPath(status.slug, null, view.asking))}
      width={size.width}
      height={size.height}
      title={status.title}
      loading="lazy"
      frameborder="0"
    />
  )
}

const LIGHT =
  ':root{--paper:#fbfaf7;--ink:#17181a;--soft:#5c5f66;--line:#e4e1d9;--firm:#1f6f4a;--contested:#ae5c00;color-scheme:light}'
const DARK =
  ':root{--paper:#121316;--ink:#ecebe7;--soft:#a6a8ae;--line:#2e3036;--firm:#7fd1a8;--contested:#f2b266;color-scheme:dark}'

const COLOURS: Record<Theme, string> = {
  auto: `${LIGHT}@media(prefers-color-scheme:dark){${DARK}}`,
  light: LIGHT,
  dark: DARK,
}

/** The card's whole style: its policy names it by its hash, so it stands as it is. */
export function embedStyle(theme: Theme): string {
  return `${COLOURS[theme]}
*{box-sizing:border-box;margin:0}
html{background:var(--paper);color:var(--ink);font:.9375rem/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main{display:grid;gap:.25rem;min-height:100vh;align-content:center;padding:1rem 1.25rem;border:1px solid var(--line);overflow-wrap:anywhere}
a{color:inherit;text-underline-offset:.2em;text-decoration-thickness:1px}
:focus-visible{outline:2px solid currentColor;outline-offset:2px}
h1{font:700 1.1875rem/1.25 ui-serif,"Iowan Old Style",Georgia,serif}
h1 a{text-decoration:none}
h1 a:hover{text-decoration:underline}
.eyebrow{font-size:.6875rem;letter-spacing:.1em;text-transform:uppercase;color:var(--soft)}
.brief{font-size:1.875rem;font-weight:300;line-height:1.2}
.certainty{display:inline-flex;align-items:center;gap:.35rem;font-size:.8125rem;color:var(--soft)}
.firm{color:var(--firm)}
.contested{color:var(--contested)}
.shape{fill:currentColor}
.outline{fill:none;stroke:currentColor;stroke-width:1.5}
.soft{font-size:.8125rem;color:var(--soft)}`
}
