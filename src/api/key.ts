/** What is handed out once, and opens what it was made for. */

const KEY_BYTES = 24

/** Of 32 signs that any address can hold. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}
