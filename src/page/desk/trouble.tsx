import { DESK } from '../../href.ts'
import type { View } from '../page.ts'
import { DeskFrame } from './desk-frame.tsx'

interface Props {
  view: View
  title: string
  detail: string
}

/** A form that could not be taken, and why. */
export function Trouble({ view, title, detail }: Props) {
  return (
    <DeskFrame view={view} title={title} editor={null}>
      <section class="sheet">
        <h1>{title}</h1>
        <p class="fault" role="alert">
          {detail}
        </p>
        <p class="who">
          Nothing is recorded. Your browser’s way back leads to the form, with what you typed.
        </p>
        <p>
          <a href={DESK}>To the desk</a>
        </p>
      </section>
    </DeskFrame>
  )
}
