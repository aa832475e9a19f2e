import type { Source as Said } from '../deadline/report.ts'
import { hostOf, isWeb, Outward } from './link.tsx'
import type { View } from './page.ts'
import { Recorded } from './recorded.tsx'
import { Sentence } from './sentence.tsx'
import { wordsFor } from './words/words.ts'

interface Props {
  view: View
  source: Said
}

/** Who says it: name, standing, the outlet that carried it, and where to read it. */
export function Source({ view, source }: Props) {
  const { standing, phrase, comma } = wordsFor(view)
  const rank = standing[source.standing]
  const outlet = outletOf(source)
  return (
    <span class="source">
      <Recorded>{source.name}</Recorded>
      {!saysStanding(source) && `${comma}${rank}`}
      {outlet && comma}
      {outlet && <Sentence of={phrase.via} places={{ via: <Outlet source={source} /> }} />}
      <Archived view={view} source={source} />
    </span>
  )
}

/** The same within a sentence: "Rustem Umerov (news.online.ua)". */
export function SourceInline({ view, source }: Props) {
  const outlet = outletOf(source)
  const name = <Recorded>{source.name}</Recorded>
  return (
    <span class="source">
      {outlet ? (
        <Sentence
          of={wordsFor(view).phrase.sourceIn}
          places={{ source: name, outlet: <Outlet source={source} /> }}
        />
      ) : (
        name
      )}
      <Archived view={view} source={source} />
    </span>
  )
}

/** A name in the ledger's English that says it: "Anonymous source", "Russian state media". */
function saysStanding({ name, standing }: Said): boolean {
  return name.toLowerCase().includes(standing)
}

function Outlet({ source }: { source: Said }) {
  return (
    <Outward href={source.url}>
      <Recorded>{outletOf(source)}</Recorded>
    </Outward>
  )
}

/** A link without an outlet is named by its host. */
function outletOf({ via, url }: Said): string | null {
  return via ?? (isWeb(url) ? hostOf(url) : null)
}

function Archived({ view, source: { archiveUrl } }: Props) {
  if (!isWeb(archiveUrl)) return null
  return (
    <>
      {' ['}
      <Outward href={archiveUrl}>{wordsFor(view).phrase.archived}</Outward>
      {']'}
    </>
  )
}
