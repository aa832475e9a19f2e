/** What an editor has looked at before recording it, told by a fingerprint. */
import { nameBasedUuid } from '../../href.ts'
import { type Line, said } from '../../ledger/line.ts'
import type { Effect } from '../../page/desk/effect.tsx'
import type { Values } from '../../page/desk/filled.ts'
import type { Preview } from '../../page/desk/preview.tsx'

/** Of the lines, and of how many reports there were: what others record meanwhile is looked at too. */
function fingerprintOf(lines: Line[], effects: Effect[]): Promise<string> {
  const counts = effects.map(({ recorded }) => recorded)
  return nameBasedUuid(JSON.stringify([lines.map(said), counts]))
}

/** What to show before the lines are recorded; null where that was asked for and is what was shown. */
export async function previewOf(
  values: Values,
  lines: Line[],
  effects: Effect[],
): Promise<Preview | null> {
  const fingerprint = await fingerprintOf(lines, effects)
  const isToRecord = values.step === 'record'
  if (isToRecord && values.previewed === fingerprint) return null
  return { effects, fingerprint, isChanged: isToRecord }
}
