import type { WrittenWindow } from '../deadline/status.ts'
import type { Counted } from './count.ts'
import { countData } from './countdown.tsx'
import { windowOf } from './spoken.ts'

/** Filled in by the script, which alone knows where the reader is. */
export function ReaderLine({ window, zone, to }: ReaderProps) {
  if (!window || zone === null) return null
  const data = countData({ ...windowOf(window), zone, to })
  return <span class="reader" data-reader hidden {...data} />
}

interface ReaderProps extends Pick<Counted, 'zone' | 'to'> {
  window: WrittenWindow | null
}
