/**
 * Keeps the page's counts right while it is open, and says when a window is where the reader is.
 * Every count is subtracted anew from its target: nothing decrements, so nothing drifts.
 */
import { type Counted, countAt } from '../count.ts'
import { type CountWords, countFigures, countText, type Figure } from '../words/count.ts'
import { type ReaderWords, writeForReader } from '../words/reader.ts'
import { clockOffset, untilNextSecond } from './clock.ts'

const { now, frozen, words } = document.body.dataset
const catalogue: { count: CountWords; reader: ReaderWords } = JSON.parse(words ?? '{}')
const counts = document.querySelectorAll<HTMLElement>('[data-count]')
const offset = clockOffset(Number(now), arrival())
let timer = 0

function arrival() {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return {
    receivedAt: performance.timeOrigin + (entry?.responseStart ?? 0),
    transferSize: entry?.transferSize ?? 0,
    encodedBodySize: entry?.encodedBodySize ?? 0,
  }
}

function read({ dataset }: HTMLElement): Counted {
  const { opens, closes, zone, to } = dataset
  return {
    opens: opens === undefined ? null : Number(opens),
    closes: closes === undefined ? null : Number(closes),
    zone: zone ?? null,
    to: to === 'opens' ? 'opens' : 'closes',
  }
}

function show(element: HTMLElement, at: number): void {
  const count = countAt(read(element), at)
  if (element.dataset.count === 'text') {
    const text = countText(catalogue.count, count)
    if (element.textContent !== text) element.textContent = text
    return
  }
  const figures = countFigures(catalogue.count, count)
  const values = element.querySelectorAll('.value')
  const units = element.querySelectorAll('.unit')
  const isSame = figures.every((figure, index) => units[index]?.textContent === figure.unit)
  if (!isSame || values.length !== figures.length) {
    element.replaceChildren(...figures.map(draw))
    return
  }
  figures.forEach(({ figure }, index) => {
    if (values[index].textContent !== figure) values[index].textContent = figure
  })
}

/** The same markup as countdown.tsx makes. */
function draw({ figure, unit, role }: Figure): Node {
  const value = span('value', figure)
  if (role === 'range') value.ariaHidden = 'true'
  const whole = span(`figure ${role}`)
  whole.append(value, ...(unit ? [' ', span('unit', unit)] : []))
  return whole
}

function span(className: string, text = ''): HTMLElement {
  return Object.assign(document.createElement('span'), { className, textContent: text })
}

function tick(): void {
  clearTimeout(timer)
  if (document.hidden) return
  const milliseconds = Date.now() + offset * 1000
  for (const element of counts) show(element, Math.floor(milliseconds / 1000))
  timer = setTimeout(tick, untilNextSecond(milliseconds))
}

function showForReader(element: HTMLElement): void {
  const { zone, ...window } = read(element)
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const text = zone && here && writeForReader(catalogue.reader, { ...window, zone }, here)
  element.textContent = text || ''
  element.hidden = !text
}

document.querySelectorAll<HTMLElement>('[data-reader]').forEach(showForReader)
if (!frozen && counts.length > 0) {
  // A page that comes back from sleep, or from the browser's memory, is told the time at once.
  for (const event of ['visibilitychange', 'pageshow']) addEventListener(event, tick)
  tick()
}
