import type { Child } from 'hono/jsx'
import { CONTRACT } from '../../href.ts'
import { Checking } from './checking.tsx'
import type { OpenApi } from './openapi.ts'
import { Problems } from './problems.tsx'
import { Code } from './sample.tsx'

/** What holds for every address, in the order of the page. */
export const BASICS = [
  { id: 'client', name: 'A client' },
  { id: 'instants', name: 'Instants' },
  { id: 'dates', name: 'Dates' },
  { id: 'signing', name: 'Tokens' },
  { id: 'pages', name: 'Pages' },
  { id: 'keeping', name: 'Keeping answers' },
  { id: 'checking', name: 'Checking webhooks' },
  { id: 'problems', name: 'Problems' },
  { id: 'shapes', name: 'Shapes' },
]

export function Basics({ document }: { document: OpenApi }) {
  const site = document.servers[0].url
  const [security] = Object.values(document.components.securitySchemes)
  return (
    <section class="chapter" aria-labelledby="basics">
      <h2 id="basics">Basics</h2>
      <div class="basics">
        <Basic id="client">
          <p>
            <a href={CONTRACT}>{CONTRACT}</a> is this page for programs, as OpenAPI{' '}
            {document.openapi}. For types in TypeScript:
          </p>
          <Code
            name="To make types"
            text={`npx openapi-typescript ${site}${CONTRACT} -o tracker.ts`}
            wraps
          />
          <p>
            Anybody’s page may read (CORS); none but editors’ own programs may record. No key is
            needed to read.
          </p>
        </Basic>
        <Basic id="instants">
          <p>
            Instants are RFC 3339. <code>at</code> asks for the world as of one: counted at it, from
            what sources had said by then. With <code>known</code>, only what this tracker had
            recorded by then. A bad instant is a <a href="#problem-400">400</a>, never now.
          </p>
          <p>
            Answers give instants in UTC, to the second; whatever is not known is <code>null</code>,
            never left out.
          </p>
        </Basic>
        <Basic id="dates">
          <Dates />
        </Basic>
        <Basic id="signing">
          <p>{security.description}</p>
          <Code name="The header" text={'-H "Authorization: Bearer $TOKEN"'} />
          <p>
            Whoever runs the tracker gives tokens out, in the secret <code>EDITORS</code>. Each
            editor’s name stands on what the editor records.
          </p>
        </Basic>
        <Basic id="pages">
          <p>
            Where a list goes on, its header <code>Link</code> has the address of the next page as{' '}
            <code>rel="next"</code>, and a board also has it as <code>cursor</code>. Follow it as it
            is. Feeds go back through all of history in the same way.
          </p>
        </Basic>
        <Basic id="keeping">
          <p>
            Every answer to readers has an <code>ETag</code>: send it back as{' '}
            <code>If-None-Match</code>, and what has not changed is a 304 without a body. Feeds and
            calendars also know <code>If-Modified-Since</code>. <code>/head.json</code> tells in a
            few bytes whether anything was recorded.
          </p>
        </Basic>
        <Basic id="checking">
          <Checking />
        </Basic>
      </div>
      <Problems document={document} />
    </section>
  )
}

function Basic({ id, children }: { id: string; children: Child }) {
  const { name } = BASICS.find((each) => each.id === id) ?? { name: id }
  return (
    <div class="basic" id={id}>
      <h3>{name}</h3>
      {children}
    </div>
  )
}

const FORMS: [string, string][] = [
  ['2025-09-02', 'a day'],
  ['2025-07-23T19:00', 'an hour, exact in a zone'],
  ['2025-08', 'a month'],
  ['2025-08-07/2025-08-09', 'from one day to another'],
  ['../2025-08-31', 'at the latest'],
  ['[2025-07-23,2025-07-24]', 'one of these'],
  ['2025-07-23?', 'perhaps; with ~, about'],
  ['{ "in": "P50D", "from": "2025-07-14" }', 'counted'],
  ['null', 'there is no date'],
]

function Dates() {
  return (
    <>
      <p>
        A date is recorded as it was said, in EDTF (ISO 8601-2), with an IANA <code>zone</code> or
        an offset where one was meant. Without one it is open to the whole Earth, never UTC.
      </p>
      <dl class="forms">
        {FORMS.map(([form, meaning]) => (
          <div>
            <dt>
              <code>{form}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>The project’s README has more on them.</p>
    </>
  )
}
