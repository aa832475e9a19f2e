import type { EventKind } from '../../deadline/event.ts'
import type { EpochSeconds } from '../../deadline/instant.ts'
import type { Subject } from '../../href.ts'
import type { WebhookFormat } from '../subscribe/webhook-formats.ts'

/** What a webhook's page tells of it. */
export interface WebhookTold {
  id: string
  /** Of its address no more is shown: that of a chat service is a secret. */
  host: string
  key: string
  subject: Subject
  /** The deadline's, where it is of one. */
  title: string | null
  events: EventKind[]
  format: WebhookFormat
  state: 'pending' | 'active' | 'off'
  createdAt: EpochSeconds
  /** Until when it can be confirmed; null once it is. */
  expiresAt: EpochSeconds | null
  delivered: number
  deliveredAt: EpochSeconds | null
  failingSince: EpochSeconds | null
  failure: string | null
  waiting: number
  dead: number
}
