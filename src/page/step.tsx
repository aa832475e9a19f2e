const ARROWS = {
  first: 'M2 1V9H3.5V5.5L9 9V1L3.5 4.5V1Z',
  previous: 'M8 1L2 5L8 9Z',
  next: 'M2 1L8 5L2 9Z',
  last: 'M8 1V9H6.5V5.5L1 9V1L6.5 4.5V1Z',
}

interface Props {
  to: keyof typeof ARROWS
  /** Null where there is nowhere to step to. */
  href: string | null
  name: string
}

/** An arrow to another instant's page. Not for crawlers: instants have no end. */
export function Step({ to, href, name }: Props) {
  const arrow = (
    <svg class="step-arrow" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
      <path d={ARROWS[to]} />
    </svg>
  )
  if (href === null) return <span class="step spent">{arrow}</span>
  const rel = {
    first: 'nofollow',
    previous: 'prev nofollow',
    next: 'next nofollow',
    last: 'nofollow',
  }
  return (
    <a href={href} class="step" rel={rel[to]}>
      {arrow}
      <span class="unseen">{name}</span>
    </a>
  )
}
