import { type Form, type Subject, subjectPath } from '../href.ts'
import type { View } from './page.ts'
import { wordsFor } from './words/words.ts'

/** The forms that a subject comes in beside its page, by their media types, and what they are called. */
export const FORMS = [
  { form: '.atom', type: 'application/atom+xml', name: 'atom', isFeed: true },
  { form: '.rss', type: 'application/rss+xml', name: 'rss', isFeed: true },
  { form: '.feed.json', type: 'application/feed+json', name: 'jsonFeed', isFeed: true },
  { form: '.ics', type: 'text/calendar', name: 'calendar', isFeed: false },
  { form: '.json', type: 'application/json', name: 'json', isFeed: false },
] as const satisfies { form: Form; type: string; name: string; isFeed: boolean }[]

interface Props {
  view: View
  /** Null: the page is of nothing that has forms, and names the feeds of everything. */
  subject: Subject | null
  /** What the subject is called; null for everything. */
  name: string | null
  /** What the page is narrowed to; the feeds and the calendar know of kind and certainty alone. */
  narrowed?: { [name: string]: string | null }
}

/** Where programs find the same thing in other forms. */
export function Alternates({ view, subject, name: of, narrowed = {} }: Props) {
  const { phrase } = wordsFor(view)
  const { kind = null, certainty = null } = narrowed
  const called = (subject && of) ?? view.site.title
  return (
    <>
      {FORMS.filter(({ isFeed }) => subject || isFeed).map(({ form, type, name }) => (
        <link
          rel="alternate"
          type={type}
          href={subjectPath(
            subject ?? 'everything',
            form,
            view.asking,
            form === '.json' ? narrowed : { kind, certainty },
          )}
          title={`${called} · ${phrase[name]}`}
        />
      ))}
    </>
  )
}
