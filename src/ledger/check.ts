/** A whole file is checked before anything of it is stored: every bad line is named. */
import type { D1Database } from '@cloudflare/workers-types'
import type { Refusal } from '../deadline/refusal.ts'
import type { Report } from '../deadline/report.ts'
import { type Line, type Recording, writeLine } from './line.ts'
import { PackedLines } from './packed-lines.ts'
import { type RefusedLine, readLine, refuseLine, UNREADABLE } from './read-line.ts'
import { Surroundings } from './surroundings.ts'
import { type Bytes, inGroups, type TextLine, textLines } from './text-lines.ts'

export interface LineRefusal extends Refusal {
  /** Counted from 1, as editors count. */
  line: number
}

export interface CheckedLedger {
  /** How many lines say something: blank ones and npm's own do not. */
  lines: number
  /** The lines that are not recorded yet, each once, as writeLine writes them. */
  fresh: PackedLines
  /** The first of what is wrong, and how much is. */
  refusals: LineRefusal[]
  refused: number
}

/** A list of more helps nobody, and has to be kept. */
const REFUSALS_KEPT = 1000

/** Lines that are looked up together: few look-ups for a long file. */
const LINES_AT_ONCE = 2000

/** Checks each line by itself, then against the lines before it and what is recorded. */
export async function checkLedger(
  db: D1Database,
  bytes: Bytes,
  recording: Recording,
): Promise<CheckedLedger> {
  const check = new LedgerCheck(new Surroundings(db))
  for await (const lines of inGroups(readLines(bytes, recording), LINES_AT_ONCE)) {
    await check.add(lines)
  }
  return check.checked
}

interface NumberedLine {
  number: number
  read: { ok: true; value: Line } | RefusedLine
}

async function* readLines(bytes: Bytes, recording: Recording): AsyncGenerator<NumberedLine> {
  let number = 0
  for await (const line of textLines(bytes)) {
    number++
    if ('text' in line && IGNORED.test(line.text)) continue
    yield { number, read: await readTextLine(line, recording) }
  }
}

/** Blank lines, and npm's own (`> eleventh-hour …`) in what `npm run ledger -- export` printed. */
const IGNORED = /^\s*$|^> /

function readTextLine(line: TextLine, recording: Recording) {
  return 'text' in line ? readLine(line.text, recording) : refuseLine(line.why)
}

class LedgerCheck {
  readonly checked: CheckedLedger = {
    ...{ lines: 0, fresh: new PackedLines(), refusals: [], refused: 0 },
  }
  /** What refused lines would have opened. */
  readonly #unopened = new Set<unknown>()
  readonly #surroundings: Surroundings

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
  }

  async add(lines: NumberedLine[]): Promise<void> {
    this.checked.lines += lines.length
    await this.#surroundings.lookUp(lines.flatMap(({ read }) => (read.ok ? [read.value] : [])))
    for (const { number, read } of lines) {
      if (read.ok) await this.#place(number, read.value)
      else this.#refuseLine(number, read)
    }
  }

  async #place(number: number, line: Line): Promise<void> {
    const { refusal, isNew } = await this.#surroundings.place(line, this.#isBlamed)
    if (refusal) this.#refuse(number, refusal)
    else if (isNew) await this.checked.fresh.add(writeLine(line))
  }

  readonly #isBlamed = ({ deadline }: Report): boolean =>
    !this.#unopened.has(deadline) && !this.#unopened.has(UNREADABLE)

  #refuseLine(number: number, { refusals, opens }: RefusedLine): void {
    this.#unopened.add(opens)
    for (const refusal of refusals) this.#refuse(number, refusal)
  }

  #refuse(line: number, refusal: Refusal): void {
    this.checked.refused++
    if (this.checked.refusals.length < REFUSALS_KEPT)
      this.checked.refusals.push({ line, ...refusal })
  }
}
