import type { EpochSeconds } from '../deadline/instant.ts'
import type { Bindings, Configuration } from '../env.ts'

/** What every route has at hand. */
export interface AppEnv {
  Bindings: Bindings
  Variables: {
    /** The clock, read once a request. */
    clock: EpochSeconds
    site: Configuration['site']
  }
}
