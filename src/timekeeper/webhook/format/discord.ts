/** For Discord's webhooks. What others have written is escaped, and mentions nobody. */
import type { Message } from '../parcel.ts'
import { cut } from './cut.ts'

/** Discord's own limits, in characters. */
const MOST = 2000
const MOST_IN_A_TITLE = 400

/** The message's links are not unfolded (SUPPRESS_EMBEDS). */
const WITHOUT_PREVIEWS = 4

/** All that Discord's Markdown, its mentions, emoji and links begin with. */
const escaped = (sign: string): string => sign.replace(/[\\`*_~|<>#@:[\](){}.!+-]/, '\\$&')

export function writeDiscord({ title, text, links }: Message) {
  const head = `**${cut(title, MOST_IN_A_TITLE, { escape: escaped })}**`
  const foot = links
    .map(({ name, url }) => `[${name}](<${url.replaceAll('>', '%3E')}>)`)
    .join(' · ')
  const room = MOST - head.length - foot.length - 2
  return {
    content: [head, cut(text, room, { escape: escaped }), foot].join('\n'),
    allowed_mentions: { parse: [] },
    flags: WITHOUT_PREVIEWS,
  }
}
