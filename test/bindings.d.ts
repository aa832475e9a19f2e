/** What the test runtime binds beside wrangler.jsonc. */
declare namespace Cloudflare {
  interface Env
    extends Pick<import('../src/env.ts').Bindings, 'TIMEKEEPER' | 'AUDIENCE' | 'DELIVERIES'> {
    DB: import('@cloudflare/workers-types').D1Database
    MIGRATIONS: import('cloudflare:test').D1Migration[]
  }
}

declare module '*?raw' {
  const text: string
  export default text
}
