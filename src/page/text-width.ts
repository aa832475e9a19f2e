/**
 * How wide a line of small text is drawn, in pixels: a generous guess, since no font is known here.
 * Letters of East Asia are as wide as they are high; marks upon letters, and around text that runs
 * its own way, have no width.
 */
export function textWidth(line: string): number {
  const letters = line.replace(/[\p{Mn}\p{Cf}]/gu, '')
  return [...letters].reduce((width, letter) => width + (letter >= '\u2e80' ? 13.5 : 7.2), 0)
}
