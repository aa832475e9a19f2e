import type { Child } from 'hono/jsx'
import { piecesOf, type Template } from './words/template.ts'

/** A template of the catalogue with markup in its places. */
export function Sentence({ of, places }: { of: Template; places: Record<string, Child> }) {
  return <>{piecesOf(of).map((piece) => ('text' in piece ? piece.text : places[piece.place]))}</>
}
