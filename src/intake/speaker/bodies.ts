/** "The court", "the bloc": the body that an article has named in full. */

const NAME = /\p{Lu}[\p{L}.’'-]*(?: (?:(?:of|for|on|and|the) )*\p{Lu}[\p{L}’'-]*)*/gu

/** What such a body is called once it is known. */
const NOUNS =
  /^(?:court|tribunal|council|commission|ministry|committee|agency|bank|union|league|assembly|organi[sz]ation|authority|movement|coalition|federation|parliament|senate|congress|mission|chamber|association)$/
/** Of several states, and not told by a word of their names. */
const BLOCS =
  /\b(?:EU|European Union|ECOWAS|ASEAN|Mercosur|MERCOSUR|African Union|SADC|OPEC\+?|IGAD|GCC|G-?\d+|BRICS|Contact Group|M23|ELN|FARC)(?![\p{L}\d])/gu
const ALLIANCES = /\b(?:NATO|Nato)\b/g

/** The one body of a text that a common noun can mean; null where none can, or several. */
export function bodyCalled(noun: string, text: string): string | null {
  const named =
    noun === 'bloc' || noun === 'group'
      ? [...text.matchAll(BLOCS)].map(([name]) => name)
      : noun === 'alliance'
        ? [...text.matchAll(ALLIANCES)].map(([name]) => name)
        : NOUNS.test(noun)
          ? namedWith(noun, text)
          : []
  return new Set(named).size === 1 ? named[0] : null
}

function namedWith(noun: string, text: string): string[] {
  const capital = new RegExp(`\\b${noun[0].toUpperCase()}${noun.slice(1)}\\b`)
  return [...text.matchAll(NAME)]
    .map(([name]) =>
      name.replace(/^(?:The|A|An|In|On|At|But|And|His|Its) /, '').replace(/[’']s$/, ''),
    )
    .filter((name) => capital.test(name) && name.includes(' '))
}
