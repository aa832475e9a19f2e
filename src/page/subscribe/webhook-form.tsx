import { EVENTS, type EventKind } from '../../deadline/event.ts'
import { NOTHING_ASKED, type Subject, subscribeWebhookPath } from '../../href.ts'
import type { View } from '../page.ts'
import { wordsFor } from '../words/words.ts'
import { EVENTS_IN_TIME } from './events-in-time.ts'
import { WEBHOOK_FORMATS, type WebhookFormat } from './webhook-formats.ts'

/** The form as it stands: what was typed and chosen, and what is wrong with it, in words. */
export interface FilledWebhook {
  url: string
  format: WebhookFormat
  events: EventKind[]
  faults: { url?: string; events?: string }
}

const PRISTINE: FilledWebhook = { url: '', format: 'standard', events: [...EVENTS], faults: {} }

interface Props {
  view: View
  subject: Subject
  form?: FilledWebhook
}

/** An address of the reader's own, to be told what happens to a subject. */
export function WebhookForm({ view, subject, form = PRISTINE }: Props) {
  const { webhook: words } = wordsFor(view)
  const asking = { ...NOTHING_ASKED, lang: view.asking.lang }
  return (
    <section class="webhook" aria-labelledby="webhook">
      <h2 id="webhook" class="eyebrow">
        {words.heading}
      </h2>
      <p class="who">{words.headingIs}</p>
      <form
        method="post"
        action={`${subscribeWebhookPath(subject, asking)}#webhook`}
        class="fields"
        novalidate
      >
        <div class="pair">
          <Address view={view} form={form} />
          <Format view={view} form={form} />
        </div>
        <Events view={view} form={form} />
        <p class="hint">{words.askIs}</p>
        <p class="buttons">
          <button type="submit">{words.ask}</button>
        </p>
      </form>
    </section>
  )
}

interface PartProps {
  view: View
  form: FilledWebhook
}

function Address({ view, form: { url, faults } }: PartProps) {
  const { webhook: words } = wordsFor(view)
  const isWrong = faults.url !== undefined
  return (
    <div class="field">
      <label for="webhook-url">{words.address}</label>
      <p id="webhook-url-hint" class="hint">
        {words.addressHint}
      </p>
      {isWrong && (
        <p id="webhook-url-fault" class="fault" role="alert">
          {faults.url}
        </p>
      )}
      <input
        id="webhook-url"
        name="url"
        type="url"
        inputmode="url"
        dir="ltr"
        value={url}
        placeholder="https://"
        autocomplete="off"
        spellcheck={false}
        autofocus={isWrong}
        aria-required="true"
        aria-invalid={isWrong ? 'true' : undefined}
        aria-describedby={isWrong ? 'webhook-url-fault webhook-url-hint' : 'webhook-url-hint'}
      />
    </div>
  )
}

function Format({ view, form }: PartProps) {
  const { webhook: words } = wordsFor(view)
  return (
    <div class="field format">
      <label for="webhook-format">{words.format}</label>
      <select id="webhook-format" name="format">
        {WEBHOOK_FORMATS.map((format) => (
          <option value={format} selected={format === form.format}>
            {words.formats[format]}
          </option>
        ))}
      </select>
    </div>
  )
}

function Events({ view, form: { events, faults } }: PartProps) {
  const { webhook: words } = wordsFor(view)
  const isWrong = faults.events !== undefined
  return (
    <fieldset aria-describedby={isWrong ? 'webhook-events-fault' : undefined}>
      <legend>{words.toldOf}</legend>
      {isWrong && (
        <p id="webhook-events-fault" class="fault" role="alert">
          {faults.events}
        </p>
      )}
      <ul class="ticks-list">
        {EVENTS_IN_TIME.map((event) => (
          <li>
            <label class="tick">
              <input
                type="checkbox"
                name={`events.${event}`}
                value="yes"
                checked={events.includes(event)}
              />
              <span>{words.event[event]}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
