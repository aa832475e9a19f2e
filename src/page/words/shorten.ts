/** Cuts a text to so many letters, the last of them an ellipsis: between words, if that leaves half. */
export function shorten(text: string, most: number): string {
  const letters = [...text]
  if (letters.length <= most) return text
  const kept = letters.slice(0, most - 1)
  const between = letters.slice(0, most).findLastIndex((letter) => /\s/.test(letter))
  const whole = between >= most / 2 ? kept.slice(0, between) : kept
  return `${whole.join('').replace(/[\s,;:،؛、，；–—-]+$/, '')}…`
}
