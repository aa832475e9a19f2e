import { docsPath } from '../../href.ts'
import { Colophon } from '../colophon.tsx'
import { Frame } from '../frame.tsx'
import type { View } from '../page.ts'
import { BASICS, Basics } from './basics.tsx'
import { type Chapter, Contents, chaptersOf } from './contents.tsx'
import { examplesOf } from './example.ts'
import type { OpenApi } from './openapi.ts'
import { OperationEntry } from './operation.tsx'
import { Sample } from './sample.tsx'
import { Shapes } from './shapes.tsx'

interface Props {
  view: View
  document: OpenApi
}

/** Every address for programs, as the document describes it, in the document's own language. */
export function Docs({ view, document }: Props) {
  const chapters = chaptersOf(document)
  return (
    <Frame
      view={view}
      sheet="docs"
      title="API"
      description={document.info.description}
      path={docsPath}
      foot={<Colophon view={view} forms={[]} />}
    >
      <div lang="en" dir="ltr">
        <Opening document={document} chapters={chapters} />
        <Contents chapters={chapters} basics={BASICS} />
        <Basics document={document} />
        {chapters.map(({ id, name, description, entries }) => (
          <section class="chapter" aria-labelledby={id}>
            <h2 id={id}>{name}</h2>
            <p class="who">{description}</p>
            {entries.map((alike) => (
              <OperationEntry document={document} alike={alike} />
            ))}
          </section>
        ))}
        <Shapes document={document} />
      </div>
    </Frame>
  )
}

/** What it is for, and the shortest question that there is. */
function Opening({ document, chapters }: { document: OpenApi; chapters: Chapter[] }) {
  const { info, servers } = document
  const [first] = chapters[0].entries.flat().flatMap((each) => examplesOf(each))
  return (
    <section class="hero">
      <div class="hero-words">
        <p class="eyebrow">API {info.version}</p>
        <h1>How long is left, how sure is that, and who says so: for programs</h1>
        <p class="who">{info.description}</p>
      </div>
      <div class="samples">
        <Sample site={servers[0].url} example={first} />
      </div>
    </section>
  )
}
