/** A number with leading zeros. */
export function pad(number: number, digits: number): string {
  return String(number).padStart(digits, '0')
}
