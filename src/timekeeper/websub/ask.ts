/** What the hub asks and tells a subscriber at its callback, by GET. */
import type { Intent } from '../../ledger/intents.ts'
import { get } from '../post.ts'

/** No answer at all may be an accident; any other than the challenge is a no. */
export async function ask({
  mode,
  callback,
  topic,
  leaseSeconds,
}: Intent): Promise<'yes' | 'no' | 'none'> {
  const challenge = crypto.randomUUID()
  const answer = await get(
    withParameters(callback, {
      ...{ 'hub.mode': mode, 'hub.topic': topic, 'hub.challenge': challenge },
      ...(mode === 'subscribe' && { 'hub.lease_seconds': String(leaseSeconds) }),
    }),
  )
  if (answer.status === null) return 'none'
  const isYes = answer.status >= 200 && answer.status < 300 && answer.text === challenge
  return isYes ? 'yes' : 'no'
}

/** Tells a subscriber that what it asked for is not to be had, once. */
export async function deny({ callback, topic }: Intent, reason: string): Promise<void> {
  const denial = { 'hub.mode': 'denied', 'hub.topic': topic, 'hub.reason': reason }
  await get(withParameters(callback, denial))
}

/** Appended after the callback's own, which stay as they are (WebSub, section 5.1.1). */
function withParameters(callback: string, parameters: Record<string, string>): string {
  const joint = !callback.includes('?') ? '?' : /[?&]$/.test(callback) ? '' : '&'
  return callback + joint + new URLSearchParams(parameters)
}
