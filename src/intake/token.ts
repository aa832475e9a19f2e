/** The words of a sentence and where they stand. */

export interface Token {
  /** As written, without a possessive ending. */
  word: string
  lower: string
  start: number
  end: number
  /** "Serbia's", "days'" */
  possessive: boolean
}

const WORD = /\p{L}\.(?:\p{L}\.)+|[\p{L}\p{N}]+(?:[-’'.,]?[\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu

/** Words, figures and each mark by itself, in order. */
export function tokensOf(sentence: string): Token[] {
  return [...sentence.matchAll(WORD)].map(({ 0: text, index }) => {
    const bare = text.replace(/[’']s$/i, '')
    const end = index + text.length
    const possessive =
      bare !== text || (/s$/.test(text) && /^[’'] /.test(sentence.slice(end, end + 2)))
    return {
      word: bare,
      lower: bare.toLowerCase().replaceAll('’', "'"),
      start: index,
      end,
      possessive,
    }
  })
}

export function isCapitalized({ word }: Token): boolean {
  return /^\p{Lu}/u.test(word) || /^(?:al|el|ul|ash|ad|an|ar|as|at|az)-\p{Lu}/u.test(word)
}

export function isMark({ word }: Token): boolean {
  return !/[\p{L}\p{N}]/u.test(word)
}
