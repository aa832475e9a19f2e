import type { Child } from 'hono/jsx'
import { DESK, deskPath } from '../../href.ts'
import { Frame } from '../frame.tsx'
import type { View } from '../page.ts'

interface Props {
  view: View
  title: string
  /** Who is signed in; null on the way in. */
  editor: string | null
  /** The pages above this one. */
  above?: Place[]
  children: Child
}

export interface Place {
  href: string
  name: string
}

/** A page of the desk: in English, for editors. */
export function DeskFrame({ view, title, editor, above = [], children }: Props) {
  return (
    <Frame
      view={view}
      sheet="desk"
      title={title}
      description="Where editors record what sources say."
      path={() => DESK}
      translated={false}
      foot={<Signed editor={editor} />}
    >
      {editor !== null && (
        <nav class="above" aria-label="Where this is">
          {[{ href: DESK, name: 'The desk' }, ...above].map(({ href, name }) => (
            <a href={href}>{name}</a>
          ))}
        </nav>
      )}
      {children}
    </Frame>
  )
}

function Signed({ editor }: Pick<Props, 'editor'>) {
  return (
    <footer class="colophon signed">
      {editor === null ? (
        <p>The desk is for editors. Everybody else can read all that it records.</p>
      ) : (
        <>
          <p>
            Signed in as <b>{editor}</b>. What you record carries this name.
          </p>
          <form method="post" action={deskPath('sign-out')}>
            <button type="submit" class="plain">
              Sign out
            </button>
          </form>
        </>
      )}
    </footer>
  )
}
