import { formatInstant } from '../deadline/instant.ts'
import { DAY_SECONDS } from '../deadline/local.ts'
import {
  type Asking,
  archivePath,
  boardPath,
  NOTHING_ASKED,
  recordPath,
  type Subject,
  subscribePath,
} from '../href.ts'
import { Instant } from './date.tsx'
import type { View } from './page.ts'
import { Sentence } from './sentence.tsx'
import { epochOf } from './spoken.ts'
import { Step } from './step.tsx'
import { wordsFor } from './words/words.ts'

/** The pages that the masthead leads to, by the word for each in the catalogue. */
export type Current = 'board' | 'archive' | 'record' | 'subscribe'

const pagesFor = (asking: Asking, subject: Subject): Record<Current, string> => ({
  board: boardPath(asking),
  archive: archivePath(asking),
  record: recordPath(asking),
  subscribe: subscribePath(subject, asking),
})

interface Props {
  view: View
  /** This page's address, for whatever is asked. */
  path: (asking: Asking) => string
  /** What it is about: that is what its reader would subscribe to. */
  subject: Subject
  current: Current | null
}

/** The name, the pages, and the instant that this page is of. */
export function Masthead({ view, path, subject, current }: Props) {
  const { phrase } = wordsFor(view)
  return (
    <header class="masthead">
      <p class="wordmark">
        <a href={boardPath(view.asking)}>
          <Wordmark title={view.site.title} />
        </a>
      </p>
      <nav aria-label={phrase.pages}>
        {Object.entries(pagesFor(view.asking, subject)).map(([name, href]) => (
          <a class="page-link" href={href} aria-current={name === current ? 'page' : undefined}>
            {phrase[name as Current]}
          </a>
        ))}
      </nav>
      <AsOf view={view} path={path} />
    </header>
  )
}

/** The space in the name is an accented point. */
function Wordmark({ title }: { title: string }) {
  const [first, ...rest] = title.split(' ')
  return (
    <>
      {first}
      {rest.length > 0 && <span class="point"> </span>}
      {rest.join(' ')}
    </>
  )
}

function AsOf({ view, path }: Pick<Props, 'view' | 'path'>) {
  const { at, known } = view.asking
  const { phrase, comma } = wordsFor(view)
  if (at === null && known === null) {
    return (
      <p class="as-of">
        <Instant view={view} at={view.now} isLive={view.head !== null} />
      </p>
    )
  }
  return (
    <p class="as-of">
      <span>
        {at !== null && (
          <Sentence of={phrase.asKnown} places={{ at: <Instant view={view} at={view.now} /> }} />
        )}
        {at !== null && known !== null && comma}
        {known !== null && (
          <Sentence
            of={phrase.asRecorded}
            places={{ known: <Instant view={view} at={epochOf(known)} /> }}
          />
        )}
      </span>
      {at !== null && <DaySteps view={view} path={path} />}
      <a class="present" href={path({ ...NOTHING_ASKED, lang: view.asking.lang })}>
        {phrase.toPresent}
      </a>
    </p>
  )
}

/** A day back and a day on. */
function DaySteps({ view, path }: Pick<Props, 'view' | 'path'>) {
  const { phrase } = wordsFor(view)
  const stepTo = (seconds: number) =>
    path({ ...view.asking, at: formatInstant(view.now + seconds) })
  return (
    <span class="steps">
      <Step to="previous" href={stepTo(-DAY_SECONDS)} name={phrase.dayBefore} />
      <Step to="next" href={stepTo(DAY_SECONDS)} name={phrase.dayAfter} />
    </span>
  )
}
