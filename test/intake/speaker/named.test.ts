import { expect, test } from 'vitest'
import { articleSchema } from '../../../src/intake/article.ts'
import { draftsOf } from '../../../src/intake/draft.ts'

/** Whose word each draft of a text is. */
function names(text: string): string[] {
  const article = articleSchema.parse({ text, published: '2025-07-21', via: 'AP' })
  return draftsOf(article).map(({ report }) => report.source.name)
}

test.for<[string, string[]]>([
  // By the body that the article has named in full
  ['The Hague Court of Claims will rule on Friday, the court said.', ['Hague Court of Claims']],
  ['ECOWAS met. Its ministers will meet again on Friday, the bloc said.', ['ECOWAS']],
  ['The Swiss government will hold a referendum on Friday, it said.', ['Swiss government']],
  // By the surname without its article
  [
    'Majed al-Ansari, the spokesman, spoke. The truce will end on Friday, Ansari said.',
    ['Majed al-Ansari'],
  ],
  // By whoever did what the sentence before tells
  [
    'Canada’s minister, Dominic LeBlanc, flew to Oslo. He said he would meet Jon Vale on Friday.',
    ['Dominic LeBlanc'],
  ],
  // By the office, and not by him who holds it
  [
    'The President of Norland, Karin Holt, will meet Jon Vale on Friday, the Office of the President said.',
    ['Office of the President'],
  ],
  // By him who is told of after an aside
  [
    'The U.N. Security Council, in a resolution adopted on Friday, gave Iraq until Monday to leave or face war.',
    ['U.N. Security Council'],
  ],
])('%s', ([text, expected]) => {
  expect(names(text)).toEqual(expected)
})
