/** The ledger as it stands now, as far as this isolate knows: all who read share what is kept of it. */
import type { D1Database, D1DatabaseSession } from '@cloudflare/workers-types'
import { readHead, writesHere } from './head.ts'
import { KeptLedger } from './kept.ts'

/** For so long nobody looks whether others have recorded something; */
const FRESH_MS = 1000
/** and while one looks, the others need not wait for that, up to this age. */
const STALE_MS = 4000
/**
 * What nobody has looked at for so long is read anew, though the head is the same: a database that was
 * restored to an earlier instant may have come as far again by other lines.
 */
const UNSEEN_MS = 10 * 60_000

interface Present {
  db: D1Database
  ledger: KeptLedger
  /** How far the database had come by then, as it says itself; null where it is not to be asked for that. */
  bookmark: string | null
  /** When it was last found to go no further, and after how many writes of this isolate. */
  lookedAt: number
  writes: number
}

let present: Present | null = null
let isLooking = false

/** The ledger of four seconds ago at the most; null where it has to be looked for, as after a write of one's own. */
export function knownLedger(db: D1Database): KeptLedger | null {
  if (present?.db !== db || present.writes !== writesHere()) return null
  const age = Date.now() - present.lookedAt
  return age >= 0 && age < (isLooking ? STALE_MS : FRESH_MS) ? present.ledger : null
}

/**
 * Looks how far the ledger goes: what is kept of it is given, or nothing yet where it has grown. What is
 * not kept is read in the session in which its head was found, and so is never older than that.
 */
export async function presentLedger(db: D1Database, isNewest: boolean): Promise<KeptLedger> {
  const [before, lookedAt, writes] = [presentOf(db), Date.now(), writesHere()]
  const isPrimary = isNewest || writes !== (before?.writes ?? 0)
  const session = sessionOf(db, isPrimary)
  isLooking = true
  try {
    const head = await readHead(session as unknown as D1Database)
    const meanwhile = presentOf(db)
    // Another replica may be further than this one.
    if (!isPrimary && meanwhile && meanwhile !== before) return meanwhile.ledger
    const former = formerOf(db, lookedAt)
    const ledger =
      former?.head === head
        ? former
        : new KeptLedger(session as unknown as D1Database, head, grownFrom(former, head))
    present = { db, ledger, bookmark: session.getBookmark(), lookedAt, writes }
    return ledger
  } catch (error) {
    if (present) present.bookmark = null
    throw error
  } finally {
    isLooking = false
  }
}

const presentOf = (db: D1Database) => (present?.db === db ? present : null)

/** Where the database has replicas, one that is not behind what was seen before; for the newest, the primary. */
function sessionOf(db: D1Database, isPrimary: boolean): D1DatabaseSession {
  const seen = presentOf(db)?.bookmark ?? 'first-unconstrained'
  return db.withSession(isPrimary ? 'first-primary' : seen)
}

/** What is kept of the same ledger, unless nobody has looked at it for long. */
function formerOf(db: D1Database, now: number): KeptLedger | null {
  if (present?.db !== db || Math.abs(now - present.lookedAt) >= UNSEEN_MS) return null
  return present.ledger
}

function grownFrom(former: KeptLedger | null, head: number): number | null {
  return former && former.head < head ? former.head : null
}
