/** Who may write. */
import { line } from './deadline/fields.ts'
import type { Bindings } from './env.ts'

export interface Editor {
  name: string
  /** The SHA-256 of the editor's token, in hexadecimal, lower case. */
  digest: string
}

const EDITOR = /^(?<name>[^:]+):(?<digest>[0-9a-f]{64})$/i

/** As the ledger takes who recorded a line. */
const editorName = line(100)

/**
 * Those of the secret EDITORS. One name may stand there twice, with an old and a new token. A bad
 * entry is a fault that names its place and not what it says, which is secret.
 */
export function readEditors({ EDITORS = '' }: Pick<Bindings, 'EDITORS'>): Editor[] {
  const entries = EDITORS.split(',').map((entry) => entry.trim())
  return entries.flatMap((entry, index) => {
    if (entry === '') return []
    const { name, digest } = EDITOR.exec(entry)?.groups ?? {}
    const read = editorName.safeParse(name)
    if (read.success) return [{ name: read.data, digest: digest.toLowerCase() }]
    throw new Error(`EDITORS: entry ${index + 1} is not name:sha256-hex-of-token`)
  })
}
