/** The pages of webhooks, loaded together when somebody opens one. */
export { agree, askToAgree } from './confirm.tsx'
export { takeSubscription } from './form.tsx'
export { changeWebhook, showWebhook } from './page.tsx'
