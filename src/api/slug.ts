/** What a slug looks like in an address. */
export const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*'
