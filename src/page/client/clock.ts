/** How far the server's clock is ahead of the device's. Pure; the figures are the browser's own. */

/** What the browser says of how the page came. */
export interface Arrival {
  /** Milliseconds since 1970 by the device's clock. */
  receivedAt: number
  /** Bytes that came over the network, headers and all; */
  transferSize: number
  /** and bytes of the page itself. Both 0 where the browser does not say. */
  encodedBodySize: number
}

/** Less than this is the journey, and that a page's `now` is cut to the second. */
const JOURNEY_SECONDS = 2

/**
 * Seconds to add to the device's clock; 0 where they agree. A page that the browser had kept (or
 * that a 304 confirmed) tells when it was made, not what the time is: then the device is believed.
 */
export function clockOffset(pageNow: number, arrival: Arrival): number {
  const { receivedAt, transferSize, encodedBodySize } = arrival
  const isKept = encodedBodySize > 0 && transferSize <= encodedBodySize
  const offset = pageNow - receivedAt / 1000
  return isKept || Math.abs(offset) < JOURNEY_SECONDS ? 0 : offset
}

/** Milliseconds until the clock's next whole second, so that the count turns with it. */
export function untilNextSecond(milliseconds: number): number {
  return 1000 - (((milliseconds % 1000) + 1000) % 1000)
}
