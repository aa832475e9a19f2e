import type { Child } from 'hono/jsx'
import {
  absolute,
  docsPath,
  type Form,
  NOTHING_ASKED,
  type Subject,
  subjectPath,
  webcal,
} from '../../href.ts'
import type { View } from '../page.ts'
import { Sentence } from '../sentence.tsx'
import { wordsFor } from '../words/words.ts'
import { Copied } from './copied.tsx'

interface Props {
  view: View
  subject: Subject
}

/** A subject's addresses, by where they are to be read. */
export function Addresses({ view, subject }: Props) {
  const { phrase } = wordsFor(view)
  const common = { view, subject }
  return (
    <div class="columns">
      <Group id="in-reader" heading={phrase.inReader}>
        <Address {...common} form=".atom" name={phrase.atom} suits={phrase.atomSuits} />
        <Address {...common} form=".rss" name={phrase.rss} suits={phrase.rssSuits} />
        <Address
          {...common}
          form=".feed.json"
          name={phrase.jsonFeed}
          suits={phrase.jsonFeedSuits}
        />
      </Group>
      <div class="column">
        <Group id="in-calendar" heading={phrase.inCalendar}>
          <Address {...common} form=".ics" name={phrase.calendar} suits={phrase.calendarSuits} />
          <Address
            {...common}
            form=".ics"
            alarm="P1D"
            name={phrase.calendarAlarm}
            suits={<AlarmSuits view={view} />}
          />
        </Group>
        <Group id="in-programs" heading={phrase.inPrograms}>
          <Address {...common} form=".json" name={phrase.json} suits={phrase.jsonSuits} />
          <p>
            <a class="form-link" href={docsPath({ ...NOTHING_ASKED, lang: view.asking.lang })}>
              {phrase.apiDocs}
            </a>
          </p>
        </Group>
      </div>
    </div>
  )
}

function Group({ id, heading, children }: { id: string; heading: string; children: Child }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class="eyebrow">
        {heading}
      </h2>
      {children}
    </section>
  )
}

function AlarmSuits({ view }: { view: View }) {
  return (
    <Sentence
      of={wordsFor(view).phrase.alarmSuits}
      places={{ day: <code>P1D</code>, hours: <code>PT2H</code> }}
    />
  )
}

interface AddressProps extends Props {
  form: Form
  /** How long before an alarm is to go off: an ISO 8601 duration. */
  alarm?: string | null
  name: string
  suits: Child
}

/** Whoever subscribes wants what comes: whatever instant the page is of, its addresses are of none. */
function Address({ view, subject, form, alarm = null, name, suits }: AddressProps) {
  const path = subjectPath(subject, form, NOTHING_ASKED, { alarm })
  const id = `address${(alarm ? '.alarm' : form).replaceAll('.', '-')}`
  return (
    <div class="way">
      <h3>
        <a href={path}>{name}</a>
      </h3>
      <p class="who">{suits}</p>
      <Copied view={view} id={id} address={absolute(view.site.url, path)} name={name} />
      {form === '.ics' && (
        <p>
          <a class="form-link" href={webcal(view.site.url, path)}>
            {wordsFor(view).phrase.openCalendar}
          </a>
        </p>
      )}
    </div>
  )
}
