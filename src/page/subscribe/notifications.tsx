import type { EventKind } from '../../deadline/event.ts'
import type { Subject } from '../../href.ts'
import type { View } from '../page.ts'
import { type Words, wordsFor } from '../words/words.ts'
import { EVENTS_IN_TIME } from './events-in-time.ts'

interface Props {
  view: View
  subject: Subject
  /** What the subject is called. */
  name: string
}

/** What is not wanted unless it is asked for: there may be much of it. */
const UNASKED: EventKind[] = ['contested', 'retracted']
const USUAL = { from: '22:00', until: '07:00', most: 5 }

/** Notifications of a subject in this browser. Its script shows what applies: all of it is there. */
export function Notifications({ view, subject, name }: Props) {
  const words = wordsFor(view)
  const { phrase } = words
  return (
    <section
      class="notify"
      aria-labelledby="in-browser"
      data-notify={handedOver(words, subject, name)}
    >
      <div class="notify-is">
        <h2 id="in-browser" class="eyebrow">
          {phrase.inBrowser}
        </h2>
        <p>{phrase.inBrowserIs}</p>
        <noscript>
          <p class="who">{phrase.needsScript}</p>
        </noscript>
        <p data-state="unable" hidden>
          {phrase.notifyUnable}
        </p>
        <p data-state="blocked" hidden>
          {phrase.notifyBlocked}
        </p>
        <p data-state="install" hidden>
          {phrase.notifyInstall}
        </p>
        <p class="notify-said" role="status"></p>
        <div class="own" hidden>
          <h3 class="own-is">{phrase.notifyOwn}</h3>
          <ul class="lines"></ul>
        </div>
      </div>
      <Wishes words={words} />
      <template>
        <li>
          <span class="own-name" dir="auto"></span>
          <span class="own-how"></span>
          <button type="button">
            {phrase.notifyEnd} <span class="unseen"></span>
          </button>
        </li>
      </template>
    </section>
  )
}

/** For the script: what it asks for, and what it says. */
function handedOver({ phrase, zone }: Words, subject: Subject, name: string): string {
  const is = (key: 'topic' | 'slug') =>
    subject !== 'everything' && key in subject ? Object.values(subject)[0] : null
  const said = {
    ...{ waiting: phrase.notifyWaiting, done: phrase.notifyDone, failed: phrase.notifyFailed },
    ...{ most: phrase.notifyMost, quiet: phrase.notifyQuiet, ended: phrase.notifyEnded },
    ...{ pending: phrase.notifyPending, off: phrase.notifyOff, offline: phrase.offlineTitle },
    zone,
  }
  return JSON.stringify({ topic: is('topic'), deadline: is('slug'), name, words: said })
}

function Wishes({ words }: { words: Words }) {
  const { phrase } = words
  return (
    <form class="wishes fields" hidden>
      <fieldset>
        <legend>{phrase.notifyOf}</legend>
        <ul class="ticks-list">
          {EVENTS_IN_TIME.map((event) => (
            <li>
              <label class="tick">
                <input
                  type="checkbox"
                  name="events"
                  value={event}
                  checked={!UNASKED.includes(event)}
                />
                <span>{words.webhook.event[event]}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <Quiet words={words} />
      <div class="field most">
        <label for="most">{phrase.mostADay}</label>
        <p id="most-is" class="hint">
          {phrase.mostIs}
        </p>
        <input
          {...{ id: 'most', type: 'number', name: 'most', value: USUAL.most, min: 1, max: 50 }}
          required
          aria-describedby="most-is"
        />
      </div>
      <p class="buttons">
        <button type="submit">{phrase.notifyMe}</button>
      </p>
    </form>
  )
}

function Quiet({ words: { phrase } }: { words: Words }) {
  return (
    <fieldset aria-describedby="quiet-is">
      <legend class="unseen">{phrase.quietHours}</legend>
      <div>
        <label class="tick">
          <input type="checkbox" name="quiet" checked />
          <span>{phrase.quietHours}</span>
        </label>
        <p id="quiet-is" class="hint">
          {phrase.quietIs}
        </p>
      </div>
      <div class="times">
        <label>
          {phrase.quietFrom} <input type="time" name="from" value={USUAL.from} required />
        </label>{' '}
        <label>
          {phrase.quietUntil} <input type="time" name="to" value={USUAL.until} required />
        </label>{' '}
        <span data-zone></span>
      </div>
    </fieldset>
  )
}
