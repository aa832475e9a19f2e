/** Outlets, by their names and by what they are. */
import { OUTLETS_TABLE } from './outlets-table.ts'

const KINDS = [
  String.raw`\p{Lu}[\p{L}-]+ (?:Times|Post|Herald|Tribune|Chronicle|Gazette|Journal|Telegraph|Courier|News|Mail|Observer|Sentinel)`,
  String.raw`(?:\p{Lu}\p{L}+ )?(?:Press|News) Agency`,
  String.raw`Radio \p{Lu}\p{L}+|\p{Lu}\p{L}+ Radio`,
  'state (?:television|TV|media|radio|news agency|broadcaster)|state-run (?:television|media|news agency)',
  'television|broadcast|newspapers?|news agency|broadcaster|radio|magazine|local media|media|press',
]

const BY_LENGTH = OUTLETS_TABLE.trim()
  .split(/,\s+/)
  .sort((a, b) => b.length - a.length)

/** Words of outlets. */
export const OUTLETS = new RegExp(
  `\\b(?:${[...KINDS.slice(0, 3), ...BY_LENGTH, ...KINDS.slice(3)].join('|')})\\b`,
  'u',
)
