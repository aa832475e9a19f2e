/** What a phase of load comes to, and what two Workers' phases come to beside each other. */

/** Of one Worker in one phase; times are in milliseconds. */
export interface Phase {
  requests: number
  seconds: number
  latencies: number[]
  cpuSeconds: number
}

export const MEASURES = ['requests', 'p50', 'p99', 'cpu'] as const
/** Requests a second, latencies, processor time a request. */
export type Figures = Record<(typeof MEASURES)[number], number>

export function figuresOf({ requests, seconds, latencies, cpuSeconds }: Phase): Figures {
  return {
    requests: requests / seconds,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    cpu: cpuSeconds / requests,
  }
}

/** The tracker's figures as multiples of the bare Worker's: of each, the median over the pairs. */
export function ratiosOf(pairs: { tracker: Phase; bare: Phase }[]): Figures {
  const figures = pairs.map(({ tracker, bare }) => [figuresOf(tracker), figuresOf(bare)])
  const ratios = MEASURES.map((measure) => [
    measure,
    quantile(
      figures.map(([tracker, bare]) => tracker[measure] / bare[measure]),
      0.5,
    ),
  ])
  return Object.fromEntries(ratios)
}

/** The least of some values that so large a share of them does not exceed. */
export function quantile(values: number[], share: number): number {
  const ordered = values.toSorted((a, b) => a - b)
  return ordered[Math.max(0, Math.ceil(ordered.length * share) - 1)]
}
