/** What a browser asks of the tracker to be notified. */
import { PUSH, pushPath } from '../../href.ts'

export interface Wanted {
  topic: string | null
  deadline: string | null
  events: string[]
  quiet: { from: string; to: string; zone: string }
  most: number
}

export interface Begun {
  id: string
  key: string
}

/**
 * Asks for notifications; the first one that comes is the tracker's way to see that it can. `former`
 * is what was begun at an address that the browser has no more.
 */
export async function ask(
  subscription: PushSubscription,
  wanted: Wanted,
  lang: string,
  former?: Begun,
): Promise<Begun> {
  const body = JSON.stringify({ subscription, ...wanted, former })
  const headers = { 'content-type': 'application/json', 'accept-language': lang }
  return answered(await fetch(PUSH, { method: 'POST', headers, body }))
}

/** By this key the browser takes notifications of this tracker alone. */
export async function trackersKey(): Promise<string> {
  return (await answered<{ key: string }>(await fetch(pushPath('key')))).key
}

/** How a subscription stands; null where there is none any more. */
export async function stateOf({ id, key }: Begun): Promise<string | null> {
  const answer = await fetch(pushPath(id), { headers: opening(key) })
  return answer.status === 404 ? null : (await answered<{ state: string }>(answer)).state
}

/** Ends a subscription; one that is gone already is ended as well. */
export async function end({ id, key }: Begun): Promise<void> {
  const answer = await fetch(pushPath(id), { method: 'DELETE', headers: opening(key) })
  if (answer.status !== 404) await answered(answer)
}

/** Not in the address, which is written down in more places. */
const opening = (key: string) => ({ authorization: `Bearer ${key}` })

/** What was answered, or else why not, in the tracker's words. */
async function answered<Answer>(answer: Response): Promise<Answer> {
  const body = await answer.json()
  if (!answer.ok) throw new Error(body.detail)
  return body
}
