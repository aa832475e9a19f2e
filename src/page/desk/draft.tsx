/** One draft of an article: what it says, and what an editor can correct before it is ticked. */
import { DEMAND_RESULTS, TALKS_RESULTS } from '../../deadline/report.ts'
import type { Status } from '../../deadline/status.ts'
import { en } from '../words/en.ts'
import { DeadlineFields } from './deadline-fields.tsx'
import { ChoiceField, Hidden, TextField, WordsField } from './fields.tsx'
import type { Filled } from './filled.ts'
import { STANDING_MEANS } from './report-fields.tsx'

interface Props {
  form: Filled
  /** Counted from 0. */
  index: number
  /** What there is to report on. */
  deadlines: Pick<Status, 'slug' | 'title'>[]
}

/** Before the names of a draft's fields. */
export const draftPrefix = (index: number): string => `drafts.${index}.`

/** Says of an earlier draft's new deadline that this one is of it too. */
export const sameAsDraft = (index: number): string => `draft:${index}`

export function DraftEntry({ form, index, deadlines }: Props) {
  const field = { form, prefix: draftPrefix(index) }
  const { values } = form
  return (
    <section class="draft" aria-labelledby={`draft-${index}`}>
      <h2 id={`draft-${index}`}>
        <label class="tick">
          <input
            type="checkbox"
            name={`${field.prefix}ticked`}
            value="yes"
            checked={values.ticked === 'yes'}
          />
          {values.title || `Draft ${index + 1}`}
        </label>
      </h2>
      <blockquote>{values.sentence}</blockquote>
      {values.past === 'yes' && <p class="phase passed">Told as past</p>}
      <Hidden
        values={{
          [`${field.prefix}sentence`]: values.sentence,
          [`${field.prefix}past`]: values.past,
          [`${field.prefix}id`]: values.id,
        }}
      />
      <div class="pair">
        <ChoiceField {...field} name="of" options={targets(index, deadlines, values.of)} />
        <ChoiceField {...field} name="as" options={WAYS} />
      </div>
      <div class="pair">
        <TextField
          {...field}
          name="when"
          hint={
            <>
              EDTF, as <code>2025-07-23</code>; empty: no date
            </>
          }
        />
        <TextField {...field} name="zone" list="zones" hint="Empty: nobody said" />
      </div>
      <div class="pair">
        <TextField {...field} name="source.name" required />
        <ChoiceField
          {...field}
          name="source.standing"
          options={{ '': 'Choose', ...STANDING_MEANS }}
          required
        />
      </div>
      <details open={form.refusals.length > 0}>
        <summary>More of the report: when it was said, by whom it was carried, words</summary>
        <div class="pair">
          <TextField {...field} name="reportedAt" required />
          <TextField {...field} name="source.via" />
        </div>
        <TextField {...field} name="source.url" inputmode="url" />
        <WordsField {...field} name="quote" rows={2} />
        <WordsField {...field} name="note" rows={2} />
      </details>
      <details open={form.refusals.length > 0 && values.of === ''}>
        <summary>The new deadline, if it is one</summary>
        <DeadlineFields {...field} />
      </details>
    </section>
  )
}

/** `chosen` is among them, whether or not it is one of those that are offered. */
function targets(
  index: number,
  deadlines: Props['deadlines'],
  chosen = '',
): Record<string, string> {
  const earlier = Array.from({ length: index }, (_, before) => [
    sameAsDraft(before),
    `The same as draft ${before + 1}`,
  ])
  const there = deadlines.map(({ slug, title }) => [slug, title])
  const offered = Object.fromEntries([['', 'A new one, as below'], ...earlier, ...there])
  return Object.hasOwn(offered, chosen) ? offered : { ...offered, [chosen]: chosen }
}

/** A date, or what came of it on that date. */
const WAYS: Record<string, string> = {
  date: 'A date',
  ...Object.fromEntries(
    [...TALKS_RESULTS, ...DEMAND_RESULTS].map((result) => [
      result,
      `An outcome: ${en.result[result].toLowerCase()}`,
    ]),
  ),
}
