import { describe, expect, it } from 'vitest'
import { reportsBy, status } from '../../src/deadline/status.ts'
import { CARD, Embed, EmbedFrame, THEMES, type Theme } from '../../src/page/embed.tsx'
import { type Ledger, ledgerOf, SHIPPED, textOf, viewAt } from './ledger.ts'

const view = viewAt('2025-07-21T20:00:00Z')
const HOSTILE = `</title></style><script>alert("1")</script><b onclick='x'>`

function statusOf({ deadlines, reports }: Ledger, slug = 'a-deadline') {
  const deadline = deadlines.find((each) => each.slug === slug) ?? deadlines[0]
  const own = reports.filter((report) => report.deadline === slug)
  return status(deadline, reportsBy(own, view.now, null), view.now, null)
}

const cardOf = (ledger: Ledger, slug?: string, theme: Theme = 'auto') =>
  String(Embed({ view, status: statusOf(ledger, slug), theme }))

describe('a card for another site’s page', () => {
  const card = cardOf(SHIPPED, 'russia-50-days')

  it('says how long is left, how sure that is and until when', () => {
    expect(textOf(card.replace(/<style>.*?<\/style>/s, ''))).toBe(
      'Ultimatum · Russia–Ukraine war End the war in Ukraine within 50 days in 43 days ' +
        'Firm Tuesday 2 September 2025, New York time Eleventh Hour, 21 July 2025, 20:00 UTC',
    )
  })

  it('gives each date where sources differ', () => {
    expect(textOf(cardOf(SHIPPED, 'istanbul-round-3'))).toContain(
      '2 to 3 days Contested 23 July 2025 or 24 July 2025',
    )
  })

  it.each(SHIPPED.deadlines.map(({ slug }) => slug))('is at most 5 KB in all: %s', (slug) => {
    for (const theme of THEMES) {
      const whole = cardOf(SHIPPED, slug, theme)
      expect(new TextEncoder().encode(whole).length).toBeLessThanOrEqual(5 * 1024)
      // There is nothing more to load.
      expect(whole).not.toMatch(/\ssrc=|url\(|rel="(stylesheet|icon)"|@import/)
    }
  })

  it('leads out of the frame, to the instant that was asked for', () => {
    const links = [...card.matchAll(/<a ([^>]*)>/g)].map(([, attributes]) => attributes)
    expect(links).toEqual([
      `href="https://eleventh-hour.example/deadlines/russia-50-days?at=2025-07-21T20:00:00Z" target="_top" rel="noopener"`,
      `href="https://eleventh-hour.example/?at=2025-07-21T20:00:00Z" target="_top" rel="noopener"`,
    ])
  })

  it('is light or dark where that is asked for, and else as the reader likes', () => {
    const [auto, light, dark] = THEMES.map((theme) => cardOf(SHIPPED, 'russia-50-days', theme))
    expect(auto).toContain('prefers-color-scheme:dark')
    expect([light, dark].join()).not.toContain('prefers-color-scheme')
    expect([light.includes('#fbfaf7'), dark.includes('#fbfaf7')]).toEqual([true, false])
    expect([light.includes('#121316'), dark.includes('#121316')]).toEqual([false, true])
  })

  it('escapes what comes from the ledger, as does the frame that shows it', () => {
    const hostile = ledgerOf({ title: HOSTILE, place: HOSTILE })
    const frame = String(EmbedFrame({ view, status: statusOf(hostile), size: CARD }))
    for (const markup of [cardOf(hostile), frame]) {
      expect(markup).not.toMatch(/<script|<b |\sstyle=/)
      expect(markup).toContain('&lt;script&gt;')
    }
    expect(frame).toMatch(/^<iframe src="https:\/\/eleventh-hour\.example\/embed\/a-deadline\?at=/)
  })
})
