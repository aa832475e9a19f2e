const ONWARD = 'M0 5H14M10 1L14 5L10 9'

/** Drawn, since not every face has an arrow; from one thing to another, or as its path goes. */
export function Arrow({ path = ONWARD }: { path?: string }) {
  return (
    <svg class="arrow" viewBox="0 0 16 10" width="16" height="10" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
