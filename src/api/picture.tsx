/** The preview picture of a deadline. It is loaded when one is asked for. */
import type { Status } from '../deadline/status.ts'
import type { View } from '../page/page.ts'
import { legibleView } from '../page/preview/legible.ts'
import { Preview } from '../page/preview/preview.tsx'
import { KNOWN } from '../page/words/words.ts'
import { openStudio } from './studio.ts'

export interface Picture {
  png: Uint8Array<ArrayBuffer>
  /** The language that it came to be in: not every one can be set in the faces that there are. */
  lang: string
}

export async function drawPicture(asked: View, status: Status): Promise<Picture> {
  const { faces, develop } = await openStudio()
  const view = legibleView(asked, faces)
  const svg = String(<Preview drawing={{ view, faces }} status={status} />)
  return { png: develop(svg), lang: KNOWN[view.lang].lang }
}
