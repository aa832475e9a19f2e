/** A parcel as each kind of receiver reads it. */
import type { WebhookFormat } from '../../../page/subscribe/webhook-formats.ts'
import type { Parcel } from '../parcel.ts'
import { writeDiscord } from './discord.ts'
import { writeNtfy } from './ntfy.ts'
import { writeSlack } from './slack.ts'

export interface Written {
  headers: Record<string, string>
  body: string
}

const WRITERS: Record<WebhookFormat, (parcel: Parcel) => Written> = {
  standard: ({ envelope }) => json(envelope),
  slack: ({ message }) => json(writeSlack(message)),
  discord: ({ message }) => json(writeDiscord(message)),
  ntfy: ({ message }) => writeNtfy(message),
}

export function write(format: WebhookFormat, parcel: Parcel): Written {
  const title = parcel.message.title.replace(/\s+/g, ' ')
  return WRITERS[format]({ ...parcel, message: { ...parcel.message, title } })
}

function json(value: object): Written {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}
