import type { Context } from 'hono'
import { timekeeperOf } from '../../env.ts'
import type { AppEnv } from '../context.ts'
import { meanwhile } from '../meanwhile.ts'

/** Makes a write, and has those told who follow what it is about: even where this request is cut off after it. */
export async function telling<T>(c: Context<AppEnv>, write: () => Promise<T>): Promise<T> {
  const timekeeper = timekeeperOf(c.env)
  await timekeeper.expectWrite()
  const written = await write()
  meanwhile(c, timekeeper.wake())
  return written
}
