import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COLOURS } from '../../src/page/preview/drawing.tsx'

const css = readFileSync('src/page/page.css', 'utf8')
const [light, dark] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, body]) => coloursOf(body))

const TEXT = ['ink', 'soft', 'accent', 'firm', 'contested']
const MARKS = ['mark']

function coloursOf(body: string): Record<string, string> {
  return Object.fromEntries(
    [...body.matchAll(/--(\w+): (#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]),
  )
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s', (_mode, colours) => {
  it.each(TEXT)('%s can be read on the paper', (name) => {
    expect(contrast(colours[name], colours.paper)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(MARKS)('%s can be seen on the paper', (name) => {
    expect(contrast(colours[name], colours.paper)).toBeGreaterThanOrEqual(3)
  })
})

it('both modes name the same colours, and nothing is coloured but by name', () => {
  expect(Object.keys(dark)).toEqual(Object.keys(light))
  const rules = css.replace(/:root \{[^}]*\}/g, '')
  expect(rules).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(/i)
})

it('the head names the paper of both modes for the browser’s own frame', () => {
  const frame = readFileSync('src/page/frame.tsx', 'utf8')
  expect(frame).toContain(light.paper)
  expect(frame).toContain(dark.paper)
})

it('a picture has the light’s colours, and an installed tracker the light’s paper', () => {
  expect(light).toMatchObject(COLOURS)
  expect(readFileSync('src/api/manifest.ts', 'utf8')).toContain(light.paper)
})
