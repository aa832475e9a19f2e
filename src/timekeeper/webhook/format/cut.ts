const ELLIPSIS = '…'

/**
 * A text written sign by sign, and cut where it would measure more than there is room for: never
 * in the middle of a sign or of what it is escaped by.
 */
export function cut(
  text: string,
  room: number,
  {
    escape: escaped = (sign: string) => sign,
    measure = (written: string) => written.length,
  }: { escape?: (sign: string) => string; measure?: (written: string) => number } = {},
): string {
  const signs = [...text].map(escaped)
  const sizes = signs.map(measure)
  if (sum(sizes) <= room) return signs.join('')
  let left = room - measure(ELLIPSIS)
  const kept = sizes.findIndex((size) => {
    left -= size
    return left < 0
  })
  return signs.slice(0, kept).join('') + ELLIPSIS
}

function sum(sizes: number[]): number {
  return sizes.reduce((total, size) => total + size, 0)
}
