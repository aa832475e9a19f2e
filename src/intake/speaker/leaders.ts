/** Leaders whom news names without saying of which state they are. */
import { LEADERS_TABLE } from './leaders-table.ts'

/** The state of a leader by surname. */
export const LEADERS: ReadonlyMap<string, string> = new Map(
  LEADERS_TABLE.trim()
    .split('\n')
    .flatMap((row) => {
      const [state, names] = row.split(': ')
      return names.split(' ').map((name): [string, string] => [name, state])
    }),
)
