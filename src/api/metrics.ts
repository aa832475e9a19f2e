/** How the tracker is doing, in the text format of Prometheus (version 0.0.4). */
import type { Counted } from '../ledger/read.ts'
import type { countSubscriptions } from '../ledger/subscriptions.ts'
import type { Condition } from '../timekeeper/condition.ts'

export const PROMETHEUS = 'text/plain; version=0.0.4; charset=utf-8'

export interface Figures {
  ledger: Counted
  state: Condition
  /** In seconds. */
  lag: number
  tallies: Record<string, number>
  subscriptions: Awaited<ReturnType<typeof countSubscriptions>>
  /** Streams of `/live`; null where whoever holds them cannot be asked. */
  listening: number | null
}

interface Metric {
  name: string
  type: 'gauge' | 'counter'
  help: string
  /** By label, as it is written; '' has none. A value that is null is left out. */
  values: Record<string, number | null>
}

export function metricsText(figures: Figures): string {
  return metricsOf(figures).map(writeMetric).join('')
}

const OUTCOMES = ['delivered', 'failed', 'skipped', 'later']

function metricsOf(figures: Figures): Metric[] {
  const { ledger, state, lag, tallies, subscriptions, listening } = figures
  const { lastRang, waitsFor, lateSince, backlog } = state
  const isLate = Object.values(lateSince).some((since) => since !== null)
  return [
    gauge('ledger_deadlines', 'Deadlines in the ledger.', ledger.deadlines),
    gauge('ledger_reports', 'Reports in the ledger.', ledger.reports),
    gauge('timekeeper_last_rang_timestamp_seconds', 'When the timekeeper last looked.', lastRang),
    gauge(
      'timekeeper_next_wake_timestamp_seconds',
      'When something is due next.',
      waitsFor?.at ?? null,
    ),
    gauge('timekeeper_late', '1 where something was due more than 30 s ago.', Number(isLate)),
    gauge('deliveries_waiting', 'Deliveries not made yet.', backlog.waiting),
    gauge('deliveries_dead', 'Deliveries given up.', backlog.dead),
    gauge('deliveries_lag_seconds', 'For how long the oldest due delivery has been due.', lag),
    {
      ...{ name: 'deliveries_total', type: 'counter', help: 'Deliveries by what came of them.' },
      values: Object.fromEntries(
        OUTCOMES.map((each) => [labels({ outcome: each }), tallies[`deliveries_${each}`] ?? 0]),
      ),
    },
    gauge('listening', 'Open streams of /live.', listening),
    {
      ...{ name: 'subscriptions', type: 'gauge', help: 'Subscriptions by transport and state.' },
      values: Object.fromEntries(
        subscriptions.map(({ transport, state, count }) => [labels({ transport, state }), count]),
      ),
    },
  ]
}

function gauge(name: string, help: string, value: number | null): Metric {
  return { name, type: 'gauge', help, values: { '': value } }
}

/** The values are words of ours: nothing in them has to be escaped. */
function labels(values: Record<string, string>): string {
  return `{${Object.entries(values).map(([name, value]) => `${name}="${value}"`)}}`
}

function writeMetric({ name, type, help, values }: Metric): string {
  const full = `eleventh_hour_${name}`
  const samples = Object.entries(values).filter(([, value]) => value !== null)
  if (samples.length === 0) return ''
  const lines = samples.map(([label, value]) => `${full}${label} ${value}`)
  return [`# HELP ${full} ${help}`, `# TYPE ${full} ${type}`, ...lines, ''].join('\n')
}
