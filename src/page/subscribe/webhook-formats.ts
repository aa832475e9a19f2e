/** Whom a webhook is written for: a program, by Standard Webhooks, or a chat service. */
export const WEBHOOK_FORMATS = ['standard', 'slack', 'discord', 'ntfy'] as const
export type WebhookFormat = (typeof WEBHOOK_FORMATS)[number]
