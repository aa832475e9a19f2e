/** What an editor fills in of a deadline. */
import { KINDS } from '../../deadline/deadline.ts'
import { ChoiceField, TextField, WordsField } from './fields.tsx'
import type { Filled } from './filled.ts'

const KIND_MEANS = {
  ultimatum: 'Ultimatum: do this by a date, or else',
  talks: 'Talks: parties meet',
  deadline: 'Deadline: any other',
} satisfies Record<(typeof KINDS)[number], string>

interface Props {
  form: Filled
  prefix?: string
}

export function DeadlineFields({ form, prefix }: Props) {
  const field = { form, prefix }
  return (
    <fieldset>
      <legend>What is tracked</legend>
      <TextField
        {...field}
        name="title"
        hint="What readers see, as “Third round of direct talks in Istanbul”"
        required
      />
      <div class="pair">
        <ChoiceField
          {...field}
          name="kind"
          options={{
            '': 'Choose',
            ...Object.fromEntries(KINDS.map((kind) => [kind, KIND_MEANS[kind]])),
          }}
          required
        />
        <TextField {...field} name="slug" hint="Empty: made of the title. As russia-50-days" />
      </div>
      <div class="pair">
        <TextField {...field} name="issuer" hint="Who sets it" />
        <TextField {...field} name="issuedAt" hint="The day, as 2025-07-14" />
      </div>
      <TextField
        {...field}
        name="addressees"
        hint="Several with semicolons between: Russia; Ukraine"
      />
      <WordsField {...field} name="demand" rows={2} />
      <WordsField {...field} name="threat" rows={2} />
      <div class="pair">
        <TextField {...field} name="place" />
        <TextField {...field} name="topic" list="topics" hint="As russia-ukraine-war" />
      </div>
    </fieldset>
  )
}

/** For the topic's field of every deadline on the page. */
export function Topics({ topics }: { topics: string[] }) {
  return (
    <datalist id="topics">
      {topics.map((topic) => (
        <option value={topic} />
      ))}
    </datalist>
  )
}
