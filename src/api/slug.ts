/** What a slug looks like in an address. */
export const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*'

/** And what an id does: a UUID. */
export const ID = '[0-9a-f]+(?:-[0-9a-f]+)+'
