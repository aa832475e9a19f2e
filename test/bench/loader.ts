/** The process that sends the load, as it is told. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fromRoot } from '../../scripts/project.ts'
import type { Load, Loaded } from './load.ts'

export interface Loader {
  send(load: Load): Promise<Loaded>
  stop(): void
}

export function startLoader(): Loader {
  const child = fork(fromRoot('test/bench/load.ts'), { serialization: 'advanced' })
  const ended = once(child, 'exit').then(() => null)
  return {
    async send(load) {
      const answered = once(child, 'message').then(([loaded]) => loaded as Loaded)
      child.send(load)
      const loaded = await Promise.race([answered, ended])
      if (loaded === null) throw new Error('What sends the load has come to an end.')
      if (Object.keys(loaded.others).length === 0) return loaded
      throw new Error(`Expected ${load.status}, but: ${JSON.stringify(loaded.others)}`)
    },
    stop: () => child.kill(),
  }
}
