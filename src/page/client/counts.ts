/** The counts and the reader's own time, read from the page's markup and written into it. */
import { offsetAt, type Zone } from '../../deadline/zone.ts'
import { type Count, type Counted, countAt } from '../count.ts'
import { type CountWords, countFigures, countText, type Figure } from '../words/count.ts'
import { type ReaderWords, writeForReader } from '../words/reader.ts'

export const COUNTED = '[data-opens], [data-closes]'

/** What countData (countdown.tsx) wrote into an element, or else into the nearest that it is in. */
export function countedIn(element: HTMLElement): Counted {
  const { dataset } = element.closest<HTMLElement>(COUNTED) ?? element
  const { opens, closes, zone, to } = dataset
  const start = closes?.startsWith('+') ? Number(opens) : 0
  return {
    opens: opens === undefined ? null : Number(opens),
    closes: closes === undefined ? null : start + Number(closes),
    zone: zone && isKnown(zone) ? zone : null,
    to: to === 'opens' ? 'opens' : 'closes',
  }
}

/** A zone may be younger than the browser: then its days are counted as if nobody had said it. */
function isKnown(zone: Zone): boolean {
  try {
    return Number.isFinite(offsetAt(zone, 0))
  } catch {
    return false
  }
}

const MINUTE = 60

/** Without the seconds, for whoever asked for less motion, until the last minute. */
function stilled(count: Count): Count {
  const isLong = count.form === 'clock' && count.seconds >= MINUTE
  return isLong ? { form: 'hours', seconds: count.seconds } : count
}

export function showCount(element: HTMLElement, at: number, words: CountWords, calm: boolean) {
  const count = countAt(countedIn(element), at)
  if (element.dataset.count === 'text') return write(element, countText(words, count))
  const figures = countFigures(words, calm ? stilled(count) : count)
  const values = element.querySelectorAll('.value')
  const units = element.querySelectorAll('.unit')
  const isSame = figures.every(({ unit }, index) => (units[index]?.textContent ?? '') === unit)
  if (!isSame || values.length !== figures.length) {
    return element.replaceChildren(...figures.map(draw))
  }
  figures.forEach(({ figure }, index) => {
    write(values[index], figure)
  })
}

/** Only what differs is written: the rest is no news to whatever watches the page. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
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

/** Says when a window is where the reader is; a reader who is there already is not told twice. */
export function showForReader(element: HTMLElement, words: ReaderWords): void {
  const { zone, ...window } = countedIn(element)
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const text = zone && here && writeForReader(words, { ...window, zone }, here)
  element.textContent = text || ''
  element.hidden = !text
}
