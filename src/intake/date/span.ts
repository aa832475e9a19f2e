/** What a date's words come to: the days that they allow, and how EDTF writes them. */
import { formatLocalDate, type LocalSeconds } from '../../deadline/local.ts'

export interface Span {
  /** Midnight of the first day and of the last; the same for a single day. */
  first: LocalSeconds
  last: LocalSeconds
  /** `run`: each day from first to last; `either`: the first or the last. */
  form: 'one' | 'run' | 'either'
  /** How fine its ends are written. */
  unit: 'day' | 'month' | 'year'
  /** "early", "around": written with `~`. */
  approximate: boolean
}

export function daySpan(day: LocalSeconds): Span {
  return { first: day, last: day, form: 'one', unit: 'day', approximate: false }
}

/** One span of two, from the earlier's first day to the later's last. */
export function joinSpans(a: Span, b: Span, form: 'run' | 'either'): Span {
  const approximate = a.approximate || b.approximate
  const unit = a.unit === b.unit ? a.unit : 'day'
  return {
    first: Math.min(a.first, b.first),
    last: Math.max(a.last, b.last),
    ...{ form, unit, approximate },
  }
}

/** `2025-09-02`, `2025-08`; of a run or a choice, both ends. */
export function spanEnds({ first, last, unit }: Span): [first: string, last: string] {
  const length = { year: 4, month: 7, day: 10 }[unit]
  return [first, last].map((day) => formatLocalDate(day).slice(0, length)) as [string, string]
}

export function isSingleDay({ form, unit }: Span): boolean {
  return form === 'one' && unit === 'day'
}
