import { describe, expect, it } from 'vitest'
import { en } from '../../../src/page/words/en.ts'
import { writeZone } from '../../../src/page/words/zone.ts'

describe('a zone in English', () => {
  it.each([
    [null, 'zone not stated'],
    ['UTC', 'UTC'],
    ['Europe/Istanbul', 'Istanbul time'],
    ['America/New_York', 'New York time'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires time'],
    ['Europe/Kiev', 'Kyiv time'],
    ['+05:30', 'UTC+05:30'],
    ['-04:00', 'UTC−04:00'],
    ['Etc/GMT+12', 'anywhere on Earth'],
    ['Etc/GMT-3', 'UTC+3'],
    ['Etc/GMT+5', 'UTC−5'],
    ['Etc/GMT', 'GMT'],
  ])('%s is "%s"', (zone, written) => {
    expect(writeZone(en.zone, zone)).toBe(written)
  })
})
