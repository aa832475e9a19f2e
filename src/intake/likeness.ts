/** Whether two accounts of an event are likely to be of the same one: an editor decides. */
import type { Deadline } from '../deadline/deadline.ts'

export type Described = Pick<
  Deadline,
  'kind' | 'title' | 'issuer' | 'addressees' | 'demand' | 'place'
> & {
  /** EDTF; null for no date. */
  when: string | null
}

/** From so much of the fewer words in common they are taken for one event. */
const LIKELY = 0.5
/** What is said to be on the very same date needs fewer. */
const LIKELY_THAT_DAY = 0.25

/** The one of several that an account is most likely of; null where none is likely enough. */
export function likeliest<T extends Described>(account: Described, among: readonly T[]): T | null {
  const likely = among
    .map((each) => ({ each, share: likeness(account, each), isThatDay: isThatDay(account, each) }))
    .filter(({ share, isThatDay }) => share >= (isThatDay ? LIKELY_THAT_DAY : LIKELY))
    .sort((a, b) => Number(b.isThatDay) - Number(a.isThatDay) || b.share - a.share)
  return likely[0]?.each ?? null
}

function isThatDay({ when }: Described, other: Described): boolean {
  return when !== null && other.when?.slice(0, when.length) === when
}

/**
 * How much of what the one that names less names is named by the other too, from 0 to 1. Of
 * different kinds, or of different rounds, they are not alike at all.
 */
export function likeness(a: Described, b: Described): number {
  if (a.kind !== b.kind) return 0
  const [words, others] = [wordsOf(a), wordsOf(b)]
  const [round, otherRound] = [roundIn(words), roundIn(others)]
  if (round !== null && otherRound !== null && round !== otherRound) return 0
  const fewest = Math.min(words.size, others.size)
  return fewest === 0 ? 0 : [...words].filter((word) => others.has(word)).length / fewest
}

/** Whether an account says of no one and nothing in particular what it is of: "the talks". */
export function saysNothing(account: Described): boolean {
  return wordsOf(account).size === 0
}

/** Names and matters, by their first letters: Russia and Russian are the same. */
function wordsOf({ title, issuer, addressees, demand, place }: Described): Set<string> {
  const text = [title, issuer, ...addressees, demand, place].filter((part) => part !== null)
  const plain = text.join(' ').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = (plain.match(/\p{L}+|\d+/gu) ?? []).filter((word) => !COMMON.has(word))
  return new Set(words.map((word) => word.slice(0, STEM)))
}

const STEM = 5

const COMMON = new Set(
  `a an and at between by call deadline direct for from in meet meeting negotiations of on or
   round summit talks the their to ultimatum with`.split(/\s+/),
)

const ROUNDS = 'first secon third fourt fifth sixth seven eight ninth tenth'.split(' ')

function roundIn(words: Set<string>): string | null {
  return ROUNDS.find((round) => words.has(round)) ?? null
}
