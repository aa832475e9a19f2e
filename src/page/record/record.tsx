import type { DeadlineRecord } from '../../deadline/record.ts'
import { archivePath, recordPath } from '../../href.ts'
import { Colophon } from '../colophon.tsx'
import { Frame } from '../frame.tsx'
import type { View } from '../page.ts'
import { Tallies } from '../tallies.tsx'
import { nameTopic } from '../words/sentence.ts'
import { wordsFor } from '../words/words.ts'
import { Figures } from './figures.tsx'
import { Groups } from './groups.tsx'
import { Meanings } from './meanings.tsx'

interface Props {
  view: View
  record: DeadlineRecord
}

/** How deadlines end: the figures, what they mean, and the same by issuer and by topic. */
export function RecordPage({ view, record: { all, issuers, topics } }: Props) {
  const words = wordsFor(view)
  const { phrase } = words
  return (
    <Frame
      view={view}
      sheet="record"
      title={phrase.record}
      description={phrase.recordIs}
      path={recordPath}
      current="record"
      foot={<Colophon view={view} forms={[]} />}
    >
      <section class="hero">
        <div class="hero-words">
          <h1>{phrase.recordTitle}</h1>
          <p class="who">{phrase.recordIs}</p>
        </div>
        <Tallies
          view={view}
          ended={all.cases}
          open={all.open}
          openAt={`${archivePath(view.asking)}#open`}
        />
      </section>
      <div class="columns">
        <div class="column">
          {all.cases > 0 ? (
            <Figures view={view} tally={all} />
          ) : (
            <p class="who">{phrase.recordEmpty}</p>
          )}
        </div>
        <Meanings view={view} />
      </div>
      {issuers.length > 0 && (
        <>
          <Groups
            view={view}
            id="by-issuer"
            heading={phrase.byIssuer}
            column={phrase.issuer}
            nameless={phrase.noIssuer}
            groups={issuers}
          />
          <Groups
            view={view}
            id="by-topic"
            heading={phrase.byTopic}
            column={phrase.topic}
            nameless={phrase.noTopic}
            groups={topics}
            nameOf={(topic) => nameTopic(words, topic)}
          />
        </>
      )}
    </Frame>
  )
}
