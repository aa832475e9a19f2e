/** "The court", "the bloc": the body that an article has named in full. */
import { BODIES } from './titles.ts'

const NAME = /\p{Lu}[\p{L}.’'-]*(?: (?:(?:of|for|on|and|the) )*\p{Lu}[\p{L}’'-]*)*/gu
const OPENER = /^(?:The|A|An|In|On|At|But|And|His|Its) /
/** Of several states, and not told by a word of their names. */
const BLOCS =
  /\b(?:EU|European Union|ECOWAS|ASEAN|Mercosur|MERCOSUR|African Union|SADC|OPEC\+?|IGAD|GCC|G-?\d+|BRICS|Contact Group|M23|ELN|FARC)(?![\p{L}\d])/gu
const ALLIANCES = /\b(?:NATO|Nato)\b/g

/** What a body is called once it is known. */
const NOUNS =
  /^(?:court|tribunal|council|commission|ministry|committee|agency|bank|union|league|assembly|organi[sz]ation|authority|movement|coalition|federation|parliament|senate|congress|mission|chamber|association)$/

/** The bodies that a text names in full, each once. */
export interface Bodies {
  named: string[]
  blocs: string[]
  alliances: string[]
}

export function bodiesIn(text: string): Bodies {
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([name]) => name)
  const named = all(NAME).map((name) => name.replace(OPENER, '').replace(/[’']s$/, ''))
  return {
    named: [...new Set(named)].filter((name) => name.includes(' ') && BODIES.test(name)),
    blocs: [...new Set(all(BLOCS))],
    alliances: [...new Set(all(ALLIANCES))],
  }
}

/** The one body that a common noun can mean; null where none can, or several. */
export function bodyCalled(noun: string, bodies: Bodies): string | null {
  const found = candidates(noun, bodies)
  return found.length === 1 ? found[0] : null
}

function candidates(noun: string, { named, blocs, alliances }: Bodies): string[] {
  if (noun === 'bloc' || noun === 'group') return blocs
  if (noun === 'alliance') return alliances
  if (!NOUNS.test(noun)) return []
  const capital = `${noun[0].toUpperCase()}${noun.slice(1)}`
  return named.filter((name) => name.split(' ').includes(capital))
}
