/** The fields of a draft. */
import { formatInstant, parseInstant } from '../deadline/instant.ts'
import { DAY_SECONDS, formatLocalDate, type LocalSeconds } from '../deadline/local.ts'
import type { Zone } from '../deadline/zone.ts'
import type { Article, Draft } from './article.ts'
import type { DatePhrase } from './date/phrase.ts'
import { writeWhen } from './date/when.ts'
import type { Reading } from './event/clause.ts'
import { demandIn, threatIn } from './event/demand.ts'
import { zoneOfPlace, zoneOfWords } from './place.ts'
import { outletOf, outletToldIn } from './source.ts'
import type { Speaker } from './speaker/speaker.ts'
import { standingOf } from './speaker/standing.ts'
import { STATES } from './speaker/states.ts'
import { rememberStakes, stakesOf } from './stakes.ts'
import type { Told, ToldEvent } from './told.ts'
import { asLine, asSentence, quoteIn, titleOf } from './wording.ts'

/** What an editor is given of an event: the deadline, and the report on it. */
export function fieldsOf(told: Told, event: ToldEvent): Pick<Draft, 'deadline' | 'report'> {
  const { course, reading } = told
  const { sentence } = reading
  const { kind, tie, phrase, span, ultimatum, speaker, saying } = event
  const issuer = ultimatum?.issuer ?? null
  const noun = tie.noun && reading.tokens[tie.noun.at].lower
  const { stakes, meeting } = stakesOf(told, event)
  const { parties, place } = meeting
  const standing = standingOf(speaker, stakes)
  rememberStakes(told, event, stakes, standing)
  const demand = kind === 'ultimatum' && phrase ? asSentence(demandIn(reading, phrase)) : null
  const setter = issuer?.name ?? (standing === 'issuer' ? speaker.name : null)
  return {
    deadline: {
      kind,
      title: titleOf({ kind, noun, sides: parties, place, issuer: issuer?.name ?? null, demand }),
      issuer: kind === 'talks' ? null : asLine(setter),
      addressees: kind === 'talks' ? parties : (ultimatum?.addressees.names ?? []).flatMap(asLines),
      demand,
      threat: kind === 'ultimatum' ? asSentence(threatIn(reading)) : null,
      place,
      issuedAt: ultimatum?.issuedOn == null ? null : formatLocalDate(ultimatum.issuedOn),
    },
    report: {
      says: 'date',
      when: phrase && span ? writeWhen(span, phrase, kind, tie.doubtful) : null,
      zone: span ? zoneOf(phrase, place, issuer) : null,
      source: {
        name: asLine(speaker.name) ?? outletOf(course).name,
        standing,
        via: viaOf(reading, speaker) ?? course.article.via,
        url: course.article.url,
      },
      quote: speaker.form === 'outlet' ? null : quoteIn(sentence),
      reportedAt: reportedAt(course.article, course.today, saying?.on ?? null),
    },
  }
}

function asLines(text: string): string[] {
  const line = asLine(text)
  return line ? [line] : []
}

/** What the text names, else where the event is, else where its issuer sits; never the article's. */
function zoneOf(
  phrase: DatePhrase | null,
  place: string | null,
  issuer: Speaker | null,
): Zone | null {
  const named = phrase?.clock?.zone && zoneOfWords(phrase.clock.zone)
  if (named) return named
  if (place) return zoneOfPlace(place)
  const seats = [...(issuer?.sides ?? [])].map((side) => STATES.get(side)?.zone)
  return seats.find((zone) => zone !== undefined) ?? null
}

/** The outlet that a source spoke to; the article's own where that is the source. */
function viaOf({ sentence }: Reading, { form }: Speaker): string | null {
  return form === 'outlet' ? null : asLine(outletToldIn(sentence))
}

const NOON = DAY_SECONDS / 2

/** The instant of publication, or noon in UTC of its day, or of the day on which it was said. */
function reportedAt(
  { published }: Article,
  today: LocalSeconds,
  saidOn: LocalSeconds | null,
): string {
  if (saidOn !== null && saidOn < today) return formatInstant(saidOn + NOON)
  const instant = parseInstant(published)
  return formatInstant(instant.ok ? instant.value : today + NOON)
}
