/** What a deadline or a topic is called in addresses. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
export const SLUG_AT_MOST = 100

export const NO_SLUG_BY_LENGTH = `must have at most ${SLUG_AT_MOST} characters`
export const NO_SLUG_BY_FORM = 'must be a slug: a-z, 0-9 and single hyphens, as russia-50-days'

/** All that is wrong with it; nothing is of one that may be used. */
export function faultsOfSlug(text: string): string[] {
  return [
    ...(text.length > SLUG_AT_MOST ? [NO_SLUG_BY_LENGTH] : []),
    ...(SLUG.test(text) ? [] : [NO_SLUG_BY_FORM]),
  ]
}
