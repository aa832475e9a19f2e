/** What a date's words come to: the days that they allow, and how EDTF writes them. */
import { formatLocalDate, type LocalSeconds } from '../../deadline/local.ts'

export interface Span {
  /** Midnight of the first day and of the last; the same for a single day. */
  first: LocalSeconds
  last: LocalSeconds
  form: SpanForm
  /** "early", "around": written with `~`. */
  approximate: boolean
}

/** `run`: each day from first to last; `either`: the first or the last; a whole month or year. */
export type SpanForm = 'day' | 'run' | 'either' | 'month' | 'year'

export function daySpan(day: LocalSeconds): Span {
  return { first: day, last: day, form: 'day', approximate: false }
}

/** One span of two, from the earlier's first day to the later's last. */
export function joinSpans(a: Span, b: Span, form: 'run' | 'either'): Span {
  const approximate = a.approximate || b.approximate
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last), form, approximate }
}

/** `2025-09-02`, `2025-08`; of a run or a choice, both ends. */
export function spanEnds({ first, last, form }: Span): [first: string, last: string] {
  const length = form === 'year' ? 4 : form === 'month' ? 7 : 10
  return [first, last].map((day) => formatLocalDate(day).slice(0, length)) as [string, string]
}
