import type { Zone } from '../../deadline/zone.ts'
import { fill, type Template } from './template.ts'

export interface ZoneWords {
  time: Template
  unstated: string
  anywhere: string
}

/** A zone for people: "Istanbul time", "UTC", "UTC+05:30"; where a source named none, so. */
export function writeZone(words: ZoneWords, zone: Zone | null): string {
  if (zone === null) return words.unstated
  if (zone === 'Etc/GMT+12') return words.anywhere
  // IANA's Etc/ names count west of Greenwich as positive: the reverse of what people write.
  const west = /^Etc\/GMT([+-])(\d+)$/.exec(zone)
  if (west) return `UTC${west[1] === '+' ? '−' : '+'}${west[2]}`
  if (/^[+-]/.test(zone)) return `UTC${zone.replace('-', '−')}`
  if (!zone.includes('/') || zone.startsWith('Etc/')) return zone.replace('Etc/', '')
  return fill(words.time, { place: placeOf(zone) })
}

/** Browsers still answer with names that the IANA database has long renamed. */
const RENAMED: Record<string, string> = {
  Calcutta: 'Kolkata',
  Godthab: 'Nuuk',
  Katmandu: 'Kathmandu',
  Kiev: 'Kyiv',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh',
}

/**
 * The city in a zone's name: `America/New_York` is New York, in every language. Intl's `shortGeneric`
 * name gives nothing to put in its stead: "час: Нью-Йорк" in Node 24 is "час: New York" in workerd,
 * whose ICU comes without the cities; and in both a zone that has its country to itself goes by the
 * country ("час: Туреччина" for Istanbul), and others by letters ("EET" for Kyiv, "ET").
 */
export function placeOf(zone: Zone): string {
  const place = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
  return RENAMED[place] ?? place
}
