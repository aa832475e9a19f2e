/**
 * Turns notifications on and off in this browser. Nothing is asked before somebody presses, and
 * where it cannot be, it is said why.
 */
import { SERVICE_WORKER } from '../../href.ts'
import { fill, type Template } from '../words/template.ts'
import { writeZone, type ZoneWords } from '../words/zone.ts'
import { type Own, PROVEN } from './own.ts'
import {
  drawOwn,
  endOwn,
  type ListWords,
  type OwnWithState,
  refreshOwn,
  remember,
} from './own-list.ts'
import { ask, trackersKey, type Wanted } from './push-api.ts'

/** As notifications.tsx hands them over. */
interface Handed {
  topic: string | null
  deadline: string | null
  name: string
  words: ListWords &
    Record<'waiting' | 'done' | 'failed' | 'ended' | 'offline', Template> & { zone: ZoneWords }
}

type State = 'unable' | 'blocked' | 'install' | 'able'

/** On an iPhone or iPad only what stands on the home screen can notify. */
function isApple(): boolean {
  const isTouched = /Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1
  return isTouched || /iPhone|iPad/.test(navigator.userAgent)
}

function stateNow(): State {
  const isAble = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
  if (!isAble) return isApple() ? 'install' : 'unable'
  return Notification.permission === 'denied' ? 'blocked' : 'able'
}

function part<Part extends Element>(section: Element, selector: string): Part {
  const found = section.querySelector<Part>(selector)
  if (!found) throw new Error(`no ${selector}`)
  return found
}

export function begin(section: HTMLElement): void {
  const handed: Handed = JSON.parse(section.dataset.notify ?? '')
  const { words } = handed
  const form = part<HTMLFormElement>(section, 'form')
  const say = (text: string) => {
    part(section, '[role="status"]').textContent = text
  }
  /** Does what was pressed for, and says what came of it. */
  const attempt = (work: Promise<string>) => work.catch((error) => whyNot(error, words)).then(say)
  const draw = (all: OwnWithState[]): void =>
    drawOwn(section, all, words, (own) => {
      const ended = endOwn(own).then(draw)
      attempt(ended.then(() => fill(words.ended, { what: own.name })))
    })

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const button = part<HTMLButtonElement>(form, '[type="submit"]')
    button.disabled = true
    const begun = turnOn(form, handed).then(async (own) => {
      if (!own) return ''
      draw(await remember(own))
      return words.waiting
    })
    await attempt(begun)
    button.disabled = false
    show(section, form)
  })
  new BroadcastChannel(PROVEN).addEventListener('message', () =>
    attempt(
      refreshOwn()
        .then(draw)
        .then(() => words.done),
    ),
  )
  part(section, '[data-zone]').textContent = writeZone(words.zone, zoneHere())
  show(section, form)
  refreshOwn().then(draw, () => {})
}

/** The form, or why there is none. */
function show(section: HTMLElement, form: HTMLFormElement): void {
  const state = stateNow()
  form.hidden = state !== 'able'
  for (const each of section.querySelectorAll<HTMLElement>('[data-state]')) {
    each.hidden = each.dataset.state !== state
  }
}

/** A browser's fetch says no more than that it failed. */
function whyNot(error: unknown, { failed, offline }: Handed['words']): string {
  if (error instanceof TypeError) return offline
  return fill(failed, { why: error instanceof Error ? error.message : String(error) })
}

function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
}

/** Null where the reader would rather not. */
async function turnOn(
  form: HTMLFormElement,
  { topic, deadline, name }: Handed,
): Promise<Own | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null
  const lang = document.documentElement.lang
  const wanted = { topic, deadline, ...wishesIn(form) }
  const begun = await ask(await subscribe(), wanted, lang)
  return { ...begun, name, lang, wanted }
}

function wishesIn(form: HTMLFormElement): Omit<Wanted, 'topic' | 'deadline'> {
  const data = new FormData(form)
  const isQuiet = data.has('quiet')
  const at = (name: string) => (isQuiet ? String(data.get(name)) : '00:00')
  return {
    events: data.getAll('events').map(String),
    quiet: { from: at('from'), to: at('to'), zone: zoneHere() },
    most: Number(data.get('most')),
  }
}

/** The browser's one address for all that it is told here. */
async function subscribe(): Promise<PushSubscription> {
  await navigator.serviceWorker.register(SERVICE_WORKER)
  const { pushManager } = await navigator.serviceWorker.ready
  const options = { userVisibleOnly: true, applicationServerKey: await trackersKey() }
  return pushManager.subscribe(options).catch(async (error: unknown) => {
    // It was given for another key: by a tracker that stood here before.
    const former = await pushManager.getSubscription()
    if (!former) throw error
    await former.unsubscribe()
    return pushManager.subscribe(options)
  })
}
