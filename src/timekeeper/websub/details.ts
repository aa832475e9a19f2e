/** What is kept of a WebSub subscription beside what every subscription has. */
export interface WebsubDetails {
  /** The feed's address in the subscriber's own spelling: by that it is told. */
  topic: string
  secret: string | null
  /** The SHA-256 of the content that the subscriber has. */
  digest: string
}
