import { JAVASCRIPT, PYTHON, SHELL } from './checking-code.ts'
import { Code } from './sample.tsx'

/** What whoever receives webhooks has to know beside the shapes. */
export function Checking() {
  return (
    <>
      <p>
        Deliveries are signed by Standard Webhooks, which has libraries for most languages. Check
        each one with the secret, then answer with a 2xx within 10 s; what was not taken comes
        again, under the same <code>webhook-id</code>. The challenge comes before you know the
        secret: give it back unchecked, since it says and does nothing else.
      </p>
      <Code name="In JavaScript, by a library" text={JAVASCRIPT} />
      <details>
        <summary>Python, without a library</summary>
        <Code name="In Python, without a library" text={PYTHON} />
      </details>
      <details>
        <summary>A shell, with OpenSSL</summary>
        <Code name="In a shell, with OpenSSL" text={SHELL} />
      </details>
    </>
  )
}
