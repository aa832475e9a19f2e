/**
 * A sentence of the catalogue with named places, `brought forward: {from} {to}`: data and not a
 * function, so that a translator orders it freely and the browser's script can be handed it.
 */
export type Template = string

/** Fills the places; one that is not given stays as it is, so that the lack is seen. */
export function fill(template: Template, places: Record<string, string | number>): string {
  return piecesOf(template)
    .map((piece) =>
      'text' in piece ? piece.text : String(places[piece.place] ?? `{${piece.place}}`),
    )
    .join('')
}

export type Piece = { text: string } | { place: string }

export function piecesOf(template: Template): Piece[] {
  return template
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => (/^\{\w+\}$/.test(part) ? { place: part.slice(1, -1) } : { text: part }))
}
