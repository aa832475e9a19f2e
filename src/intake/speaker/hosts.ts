/** Who brings the sides of talks together, and is none of them. */
import { type Sides, sidesIn } from './allegiance.ts'

const NAME = String.raw`(?:[Tt]he )?[\p{Lu}][\p{L}.’'-]*(?: (?:of (?:the )?|and (?:the )?)?\p{Lu}[\p{L}.’'-]*)*`
const GROUP = '(?: (?:has|have|had|will|would|is|are|was|were|to|be|been|again|also|agreed|due))*'

/** "Oman will host", "the African Union has proposed talks between", "Turkey, which is mediating". */
const HOSTING = new RegExp(
  `(${NAME})(?: (?:\\p{Ll}+ ){0,2}\\p{Ll}+)?,?(?: (?:which|who))?${GROUP} (?:host|mediat|broker|facilitat)(?:s|es|e|ed|ing)?\\b`,
  'gu',
)
const PROPOSING = new RegExp(
  `(${NAME})${GROUP} (?:propos|offer|suggest|invit|call)(?:e|es|ed|s|ing)?\\b(?=[^.;]*\\b(?:between|both|the two|the sides|the parties|to mediate)\\b)`,
  'gu',
)
/** "mediated by Qatar", "in the presence of the UN envoy", "at Turkey’s invitation". */
const BY_HOST = new RegExp(
  `\\b(?:(?:mediated|brokered|hosted|sponsored|facilitated|chaired|convened|organi[sz]ed) by|(?:presence|auspices|mediation|invitation) of|through) (${NAME})`,
  'gu',
)
const HOSTS_OWN =
  /((?:\p{Lu}[\p{L}.]*[- ])+)(?:mediat(?:ors?|ion|ed)|brokered|hosted|sponsored|facilitat(?:ors?|ed)|auspices|hosts)\b|(\p{Lu}\p{L}+)[’']s? (?:mediation|auspices|invitation)/gu

/** They bring others together, and take part in talks only by their own word. */
export const NEUTRAL = new Set(['United Nations'])

/** States and bodies that are more often hosts than sides. */
export const USUAL_HOSTS = new Set([
  'United Nations',
  'Qatar',
  'Oman',
  'Switzerland',
  'Norway',
  'Vatican',
  'Egypt',
  'Saudi Arabia',
  'Kenya',
  'African Union',
  'Arab League',
  'Turkey',
  'United Arab Emirates',
])

export interface Hosted {
  /** The clause without its hosts. */
  clause: string
  hosts: Sides
}

const MEDIATING = new RegExp(
  `(${NAME})(?:,? (?:which|who))?${GROUP} (?:mediat|broker|facilitat)(?:s|es|e|ed|ing)?\\b|\\b(?:mediated|brokered|facilitated) by (${NAME})|(${NAME})-(?:mediated|brokered)\\b`,
  'gu',
)

/** Who mediates, wherever an article says so: a host or a proposer may well be a side. */
export function mediatorsIn(sentences: string[]): Sides {
  const names = sentences.flatMap((sentence) =>
    [...sentence.matchAll(MEDIATING)].map((found) => found.slice(1).join(' ')),
  )
  return sidesIn(names.join('; '))
}

export function withoutHosts(clause: string): Hosted {
  const hosts = new Set<string>()
  let rest = clause
  for (const pattern of [HOSTING, PROPOSING, BY_HOST, HOSTS_OWN]) {
    rest = rest.replace(pattern, (found, ...groups: (string | undefined)[]) => {
      const name = groups.find((group) => typeof group === 'string') ?? ''
      const sides = sidesIn(name)
      for (const side of sides) hosts.add(side)
      return sides.size > 0 ? found.replace(name, ' ') : found
    })
  }
  return { clause: rest, hosts }
}
