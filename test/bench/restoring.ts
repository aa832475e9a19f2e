/** Putting a database back to where it was, while a runtime has it open. */
import { backup, DatabaseSync } from 'node:sqlite'

/** Gives what puts it back to as it is now. */
export async function restoring(path: string): Promise<() => Promise<void>> {
  const kept = `${path}.before`
  const file = new DatabaseSync(path)
  await backup(file, kept)
  file.close()
  return () => restore(kept, path)
}

const TRIES = 50
const PAUSE_MS = 50

/** SQLite turns away who comes while another writes. */
async function restore(from: string, to: string): Promise<void> {
  const file = new DatabaseSync(from)
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        await backup(file, to)
        return
      } catch (error) {
        if (attempt === TRIES) throw error
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
    }
  } finally {
    file.close()
  }
}
