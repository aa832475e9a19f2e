/** `npm run editor -- NAME`: a token for a new editor, and the entry of EDITORS that goes with it. */
import { readEditors } from '../src/editors.ts'
import { makeToken } from './editor-token.ts'

const name = process.argv.slice(2).join(' ').trim()
const { token, entry } = makeToken(name)

if (isName()) {
  process.stdout.write(`For ${name} alone, and shown only this once:\n\n  ${token}\n\n`)
  process.stdout.write(
    `For the setting EDITORS, after what stands there, with a comma between:\n\n  ${entry}\n`,
  )
} else {
  process.stderr.write(
    `Usage:\n  npm run editor -- NAME    a name of 1 to 100 characters, without : and ,\n`,
  )
  process.exitCode = 2
}

/** As the tracker itself will read it. */
function isName(): boolean {
  try {
    return readEditors({ EDITORS: entry }).length === 1
  } catch {
    return false
  }
}
