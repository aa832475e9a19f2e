/** What the tests use of the `edtf` package, which brings no types. */
declare module 'edtf' {
  interface Edtf {
    /** Milliseconds; the first and the last of the span, in UTC, infinite where it is open. */
    min: number
    max: number
  }
  export default function edtf(text: string): Edtf
}
