/** Feeds of a ledger in the tests, as the routes put them together but without a database. */
import { changesOf } from '../../src/deadline/change.ts'
import { reportsBy } from '../../src/deadline/status.ts'
import { entryOf, type Telling, type Writing } from '../../src/feed/entries.ts'
import type { Feed } from '../../src/feed/feed.ts'
import { writeDate } from '../../src/page/words/date.ts'
import { en } from '../../src/page/words/en.ts'
import type { Ledger } from '../page/ledger.ts'

const SITE = 'https://eleventh-hour.example'

/** All that has happened by an instant, newest first. */
export function tellingsAt({ deadlines, reports }: Ledger, now: number): Telling[] {
  return deadlines
    .flatMap((deadline) => {
      const said = reports.filter((report) => report.deadline === deadline.slug)
      const own = reportsBy(said, now, null)
      return changesOf(deadline.kind, own).map((change) => {
        return { deadline, change, report: own.find(({ id }) => id === change.key) ?? null }
      })
    })
    .filter(({ change }) => change.at <= now)
    .sort((a, b) => b.change.at - a.change.at || (a.change.key < b.change.key ? 1 : -1))
}

export function writingAt(now: number): Writing {
  return {
    now,
    site: 'Eleventh Hour',
    date: ({ when, zone }) => writeDate(en.date, when, zone),
  }
}

export function feedAt(ledger: Ledger, instant: string): Feed {
  const now = Date.parse(instant) / 1000
  return {
    id: 'urn:uuid:0b5f4a2e-6f0c-4b39-9d3c-5d2f1c1a7e10',
    title: 'Eleventh Hour',
    description: 'How long is left, how sure that is, and who says so.',
    language: 'en',
    page: `${SITE}/?at=${instant}`,
    icon: { small: `${SITE}/icon-144.png`, large: `${SITE}/icon-512.png` },
    hub: `${SITE}/hub`,
    self: `${SITE}/feed?at=${instant}&kind=talks`,
    first: `${SITE}/feed?at=${instant}`,
    next: `${SITE}/feed?at=${instant}&before=x~y~z`,
    entries: tellingsAt(ledger, now).map((telling) =>
      entryOf(idOf(telling), telling, writingAt(now)),
    ),
    pageOf: ({ slug, id }) => `${SITE}/deadlines/${slug}#${id}`,
  }
}

function idOf({ change, deadline }: Telling): string {
  return change.milestone ? `urn:x:${deadline.slug}/${change.key}` : `urn:uuid:${change.key}`
}
