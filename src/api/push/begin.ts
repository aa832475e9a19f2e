/** A browser asks to be told: it is kept as one that has to prove itself, and sent what to do it by. */
import type { Context } from 'hono'
import type { Subject } from '../../href.ts'
import { addSubscription, type NewSubscription } from '../../ledger/subscriptions.ts'
import { forgiveTry, takeTry } from '../../ledger/tries.ts'
import { nameTopic } from '../../page/words/sentence.ts'
import { loadWords } from '../../page/words/words.ts'
import type { PushDetails } from '../../timekeeper/push/details.ts'
import type { AppEnv } from '../context.ts'
import type { PushBegun } from '../contract/shapes/push.ts'
import { readBody } from '../desk/body.ts'
import { digestOf } from '../digest.ts'
import { newKey } from '../key.ts'
import { chooseLanguage } from '../language.ts'
import { networkOf } from '../network.ts'
import { Problem } from '../problem.ts'
import { expectDeadline, expectTopic } from '../subject.ts'
import { type PushInput, pushInputSchema } from './input.ts'
import { findOwn } from './one.ts'
import { askForProof, MOST_AT_AN_ENDPOINT, PROVEN_WITHIN, tooMany } from './proof.ts'
import { expectReachable } from './receiver.ts'

export async function begin(c: Context<AppEnv>): Promise<Response> {
  const input = await readBody(c, pushInputSchema)
  await expectReachable(c, input.subscription)
  const lang = chooseLanguage(null, c.req.header('accept-language'))
  const { subject, name } = await readSubject(c, input, lang)
  const trying = await expectTry(c)
  const [key, proof] = [newKey(), newKey()]
  const pending = await pendingOf(c, { input, subject, key, proof })
  if (!(await addSubscription(c.env.DB, pending, MOST_AT_AN_ENDPOINT))) throw tooMany()
  await askForProof(c, pending, { proof, name, lang })
  await forgiveTry(c.env.DB, trying)
  return c.json<PushBegun>({ id: pending.id, key }, 201)
}

/** Counted before it is known whether it is in vain: many at once are no way around it. */
async function expectTry(c: Context<AppEnv>) {
  const trying = { what: 'push', network: networkOf(c.req.header('cf-connecting-ip')) } as const
  const seconds = await takeTry(c.env.DB, trying, c.var.clock)
  if (seconds > 0) {
    const detail = `From your network came many addresses that take no notification: try again in ${seconds} s.`
    throw new Problem(429, detail, { headers: { 'retry-after': String(seconds) } })
  }
  return trying
}

interface Asked {
  input: PushInput
  subject: Subject
  key: string
  proof: string
}

async function pendingOf(
  c: Context<AppEnv>,
  { input, subject, key, proof }: Asked,
): Promise<NewSubscription<PushDetails>> {
  const { subscription, events, quiet, most } = input
  const { endpoint: address, keys } = subscription
  const former = input.former && (await findOwn(c, input.former))
  return {
    ...{ id: crypto.randomUUID(), transport: 'push', address, subject, events },
    ...{ site: c.var.site.url, state: 'pending' },
    details: {
      ...{ keys, quiet, most, proofDigest: await digestOf(proof) },
      ...{ shown: former?.details.shown ?? null, former: former?.id ?? null },
    },
    keyDigest: await digestOf(key),
    ...{ createdAt: c.var.clock, expiresAt: c.var.clock + PROVEN_WITHIN },
  }
}

/** What there is to be told of, and what that is called. */
async function readSubject(
  c: Context<AppEnv>,
  { topic, deadline }: PushInput,
  lang: ReturnType<typeof chooseLanguage>,
): Promise<{ subject: Subject; name: string }> {
  const words = await loadWords(lang)
  if (topic !== null) {
    await expectTopic(c, topic)
    return { subject: { topic }, name: nameTopic(words, topic) }
  }
  if (deadline === null) return { subject: 'everything', name: words.phrase.everything }
  const { slug, title } = await expectDeadline(c, deadline)
  return { subject: { slug }, name: title }
}
