/** What an editor fills in of a report. */
import type { Kind } from '../../deadline/deadline.ts'
import {
  CONSEQUENCES,
  DEMAND_RESULTS,
  type Report,
  type Standing,
  TALKS_RESULTS,
} from '../../deadline/report.ts'
import { en } from '../words/en.ts'
import { ChoiceField, Faults, TextField, WordsField } from './fields.tsx'
import { type Filled, faultsOf } from './filled.ts'

interface Props {
  form: Filled
  prefix?: string
}

interface ReportProps extends Props {
  says: Report['says']
  kind: Kind
}

/** All but who says it. */
export function SaidFields({ form, prefix, says, kind }: ReportProps) {
  if (says === 'date') return <DateFields form={form} prefix={prefix} />
  if (says === 'outcome') return <OutcomeFields form={form} prefix={prefix} kind={kind} />
  return null
}

/** The three ways to state a date: EDTF, a counted period, or that there is none. */
export function DateFields({ form, prefix = '' }: Props) {
  const field = { form, prefix }
  const isWrong = faultsOf(form, 'when').length > 0
  return (
    <fieldset id={`${prefix}when`} aria-describedby={isWrong ? `${prefix}when-fault` : undefined}>
      <legend>The date, as the source states it</legend>
      <Faults form={form} name="when" prefix={prefix} />
      <Way {...field} way="date" name="A date or a time" />
      <TextField {...field} name="edtf" hint={<DateHint />} />
      <Way {...field} way="counted" name="So long from a day or an instant" />
      <div class="pair">
        <TextField
          {...field}
          name="in"
          hint={
            <>
              <code>P50D</code>, <code>P2W</code>, <code>PT48H</code>
            </>
          }
        />
        <TextField {...field} name="from" hint={<code>2025-07-14</code>} />
      </div>
      <Way {...field} way="none" name="No date, or none any more" />
      <ZoneField form={form} prefix={prefix} />
    </fieldset>
  )
}

function Way({ form, prefix, way, name }: Props & { way: string; name: string }) {
  return (
    <label class="way-choice">
      <input
        type="radio"
        name={`${prefix}way`}
        value={way}
        checked={(form.values.way || 'date') === way}
      />
      {name}
    </label>
  )
}

function DateHint() {
  return (
    <>
      As vague as it was said: <code>2025-07-23</code>, <code>2025-07-23T19:00</code>,{' '}
      <code>2025-08</code>, <code>2025-08-07/2025-08-09</code>, <code>[2025-07-23,2025-07-24]</code>{' '}
      one of them, <code>2025-08-15~</code> about, <code>2025-07-25?</code> perhaps,{' '}
      <code>../2025-08-31</code> by
    </>
  )
}

function ZoneField(props: Props) {
  return (
    <TextField
      {...props}
      name="zone"
      list="zones"
      hint="Where the day begins and ends, as Europe/Istanbul. Empty if nobody said: then it is open to the whole Earth."
    />
  )
}

/** For every zone's field on the page. */
export function Zones({ zones }: { zones: readonly string[] }) {
  return (
    <datalist id="zones">
      {zones.map((zone) => (
        <option value={zone} />
      ))}
    </datalist>
  )
}

function OutcomeFields({ form, prefix, kind }: Props & { kind: Kind }) {
  const results = kind === 'talks' ? TALKS_RESULTS : DEMAND_RESULTS
  const named = Object.fromEntries(results.map((result) => [result, en.result[result]]))
  const consequences = Object.fromEntries(CONSEQUENCES.map((each) => [each, en.consequence[each]]))
  return (
    <fieldset>
      <legend>What came of it</legend>
      <ChoiceField
        {...{ form, prefix, name: 'outcome.result', required: true }}
        options={{ '': 'Choose', ...named }}
      />
      {kind !== 'talks' && (
        <ChoiceField
          {...{ form, prefix, name: 'outcome.consequence' }}
          options={{ '': 'Nothing was threatened, or nobody knows', ...consequences }}
        />
      )}
      <TextField
        {...{ form, prefix, name: 'outcome.at' }}
        hint={
          <>
            <code>2025-08-08</code>, or empty if that is not known
          </>
        }
      />
      <ZoneField form={form} prefix={prefix} />
    </fieldset>
  )
}

export const STANDING_MEANS: Record<Standing, string> = {
  desk: 'desk: we ourselves',
  issuer: 'issuer: sets the deadline',
  party: 'party: a named side',
  media: 'media: an outlet, or an official of no side',
  anonymous: 'anonymous: without a name',
}

export function SourceFields({ form, prefix }: Props) {
  return (
    <fieldset>
      <legend>Who says so</legend>
      <div class="pair">
        <TextField {...{ form, prefix, name: 'source.name', list: 'sources' }} required />
        <ChoiceField
          {...{ form, prefix, name: 'source.standing', required: true }}
          options={{ '': 'Choose', ...STANDING_MEANS }}
        />
      </div>
      <div class="pair">
        <TextField {...{ form, prefix, name: 'source.via' }} hint="The outlet" />
        <TextField
          {...{ form, prefix, name: 'reportedAt', required: true }}
          hint={
            <>
              With its offset: <code>2025-07-21T20:30+03:00</code>
            </>
          }
        />
      </div>
      <TextField {...{ form, prefix, name: 'source.url' }} inputmode="url" />
      <TextField {...{ form, prefix, name: 'source.archiveUrl' }} inputmode="url" />
    </fieldset>
  )
}

export function WordsFields({ form, prefix, says }: Props & { says: Report['says'] }) {
  return (
    <fieldset>
      <legend>In words</legend>
      <WordsField
        {...{ form, prefix, name: 'quote' }}
        hint="A short phrase; what is in it stays as it was said."
        rows={2}
      />
      <TextField
        {...{ form, prefix, name: 'lang' }}
        hint={
          <>
            <code>en</code>, <code>uk</code>, <code>ru</code>
          </>
        }
      />
      <WordsField
        {...{
          form,
          prefix,
          name: 'note',
          label: says === 'retraction' ? 'Why it is taken back' : 'Our note',
        }}
        hint="What the date is about, how an hour was chosen. Everybody reads it."
        rows={2}
      />
    </fieldset>
  )
}
