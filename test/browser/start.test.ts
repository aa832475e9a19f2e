/** The tracker as it is started, and a page of it while an editor records. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fromRoot } from '../../scripts/project.ts'
import { generatedLedger } from '../ledger/generated.ts'
import { run } from '../scripts/run.ts'
import { launchChromium, openPage } from './chromium.ts'
import { Listener } from './listener.ts'
import { startTracker } from './tracker.ts'

const AT = 'at=2025-07-21T20:00:00Z'

describe('npm start', () => {
  test('says what to open, and a second one keeps what was recorded', async () => {
    const state = mkdtempSync(join(tmpdir(), 'eleventh-hour-'))
    const shipped = fromRoot('src/shipped/russia-ukraine-2025.ndjson')
    const on = ['--persist-to', state]
    expect((await run('ledger.ts', 'import', shipped, ...on)).code).toBe(0)
    const second = await startTracker(state)
    for (const path of ['/', `/?${AT}`, '/feed.atom', `/status.json?${AT}`]) {
      expect(second.said).toContain(`${second.origin}${path}\n`)
      expect((await fetch(second.origin + path)).status).toBe(200)
    }
    expect(second.said).toContain(`${second.origin}/desk\n`)
    expect(second.said).toContain('The ledger holds 28 lines.')
    expect(second.said).not.toMatch(/warn|telemetry|metrics|Error/i)
    await second.stop()
  })

  test('answers while an import writes beside it', async () => {
    const state = mkdtempSync(join(tmpdir(), 'eleventh-hour-'))
    const file = join(state, 'many.ndjson')
    writeFileSync(file, generatedLedger(80, 20))
    const serving = await startTracker(state)
    const importing = run('ledger.ts', 'import', file, '--persist-to', state)
    let done = false
    importing.finally(() => {
      done = true
    })
    const statuses: number[] = []
    while (!done) {
      statuses.push((await fetch(`${serving.origin}/status.json?limit=5`)).status)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const { code, err } = await importing
    expect([code, code === 0 ? '' : err]).toEqual([0, ''])
    expect(new Set(statuses)).toEqual(new Set([200]))
    const { ledger } = (await (await fetch(`${serving.origin}/healthz`)).json()) as {
      ledger: { reports: number }
    }
    expect(ledger.reports).toBe(1621)
    await serving.stop()
  })
})

describe('An import beside the tracker', () => {
  test('is told of at once', async () => {
    const state = mkdtempSync(join(tmpdir(), 'eleventh-hour-'))
    const tracker = await startTracker(state)
    const listener = new Listener(`${tracker.origin}/live`)
    await expect.poll(() => listener.isOpen).toBe(true)
    const reportedAt = new Date(Date.now() - 600_000).toISOString().replace(/\.\d+/, '')
    const source = { name: 'An issuer', standing: 'issuer' }
    const imported = await record(state, [
      { slug: 'soon', kind: 'ultimatum', title: 'Soon' },
      { deadline: 'soon', says: 'date', when: '2030-05-01', zone: 'UTC', source, reportedAt },
    ])
    expect(imported).not.toContain('does not answer')
    await expect.poll(() => listener.told.length).toBe(1)
    listener.close()
    await tracker.stop()
  })
})

describe('A page that stays open while an editor records', () => {
  test('shows what was recorded, without a reload', async () => {
    const state = mkdtempSync(join(tmpdir(), 'eleventh-hour-'))
    const word = { zone: 'UTC', source: { name: 'An issuer', standing: 'issuer' } }
    const dates = { deadline: 'soon', says: 'date', ...word }
    await record(state, [
      { slug: 'soon', kind: 'ultimatum', title: 'Soon' },
      { ...dates, when: '2030-05-01', reportedAt: '2026-01-01T00:00:00Z' },
    ])
    const other = await startTracker(state)
    const browser = await launchChromium()
    const { page, complaints } = await openPage(browser, `${other.origin}/deadlines/soon`)
    await page.evaluate('window.isTheSame = true')
    expect(await page.locator('.date-line').innerText()).toContain('Wednesday 1 May 2030')
    await record(state, [{ ...dates, when: '2030-06-01', reportedAt: '2026-01-02T00:00:00Z' }])
    // As when the device finds the network again: then the page does not wait for its next look.
    await page.evaluate(`dispatchEvent(new Event('online'))`)
    await page.locator('.date-line', { hasText: 'Saturday 1 June 2030' }).waitFor()
    expect(await page.evaluate('window.isTheSame')).toBe(true)
    expect(complaints).toEqual([])
    await browser.close()
    await other.stop()
  })
})

/** Records lines in a tracker's state, before it starts or beside it; gives what was said of it. */
async function record(state: string, lines: object[]): Promise<string> {
  const file = join(state, 'lines.ndjson')
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
  const { code, err } = await run('ledger.ts', 'import', file, '--persist-to', state)
  expect([code, err]).toEqual([0, expect.stringContaining(' lines recorded')])
  return err
}
