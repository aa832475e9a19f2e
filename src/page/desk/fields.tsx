/** A form's fields: a label, what it is for, what is wrong with it, and what was typed. */
import type { Child } from 'hono/jsx'
import { type Filled, faultsOf, fieldOf } from './filled.ts'
import { labelOf } from './labels.ts'

export interface FieldProps {
  form: Filled
  name: string
  /** Where it is called otherwise here than elsewhere (labels.ts). */
  label?: string
  hint?: Child
  /** Before the names of all fields of a part, where a page has several of a kind: `drafts.2.`. */
  prefix?: string
  required?: boolean
}

interface TextProps extends FieldProps {
  /** A list of what is often given, by its id. */
  list?: string
  inputmode?: 'url' | 'text'
  type?: 'text' | 'password'
  autocomplete?: string
}

export function TextField({
  list,
  inputmode,
  type = 'text',
  autocomplete = 'off',
  ...field
}: TextProps) {
  return (
    <Labelled {...field}>
      <input
        {...inputProps(field)}
        type={type}
        value={field.form.values[field.name] ?? ''}
        list={list}
        inputmode={inputmode}
        autocomplete={autocomplete}
        spellcheck={false}
      />
    </Labelled>
  )
}

export function WordsField({ rows = 3, ...field }: FieldProps & { rows?: number }) {
  return (
    <Labelled {...field}>
      <textarea {...inputProps(field)} rows={rows}>
        {field.form.values[field.name] ?? ''}
      </textarea>
    </Labelled>
  )
}

/** One of several; the empty one is nothing chosen yet. */
export function ChoiceField({
  options,
  ...field
}: FieldProps & { options: Record<string, string> }) {
  const chosen = field.form.values[field.name] ?? ''
  return (
    <Labelled {...field}>
      <select {...inputProps(field)}>
        {Object.entries(options).map(([value, name]) => (
          <option value={value} selected={value === chosen}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

function inputProps({ form, name, hint, prefix = '', required }: FieldProps) {
  const isWrong = faultsOf(form, name).length > 0
  const id = prefix + name
  const described = [...(hint ? [`${id}-hint`] : []), ...(isWrong ? [`${id}-fault`] : [])].join(' ')
  return {
    ...{ id, name: id, 'aria-required': required ? ('true' as const) : undefined },
    'aria-invalid': isWrong ? ('true' as const) : undefined,
    'aria-describedby': described || undefined,
  }
}

function Labelled({
  form,
  name,
  label = labelOf(name),
  hint,
  prefix = '',
  children,
}: FieldProps & { children: Child }) {
  const id = prefix + name
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      <Faults form={form} name={name} prefix={prefix} />
      {children}
    </div>
  )
}

/** What is wrong with a field, where it is. */
export function Faults({ form, name, prefix = '' }: Pick<FieldProps, 'form' | 'name' | 'prefix'>) {
  const faults = faultsOf(form, name)
  return (
    faults.length > 0 && (
      <p id={`${prefix}${name}-fault`} class="fault">
        {faults.join('; ')}
      </p>
    )
  )
}

/** Before the form: all that is wrong, each leading to its field. */
export function Wrong({ form }: { form: Filled }) {
  if (form.refusals.length === 0) return null
  return (
    <section class="wrong" aria-labelledby="wrong" tabindex={-1} autofocus>
      <h2 id="wrong">Nothing is recorded yet</h2>
      <ul>
        {form.refusals.map(({ pointer, detail }) => (
          <li>
            <a href={`#${fieldOf(pointer)}`}>
              {pointer && <b>{labelOf(fieldOf(pointer))}</b>} {detail}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Values that go with the form and are not typed. */
export function Hidden({ values }: { values: { [name: string]: string | undefined } }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input type="hidden" name={name} value={value ?? ''} />
      ))}
    </>
  )
}
