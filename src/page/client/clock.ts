/** How far the server's clock is ahead of the device's. Pure; the figures are the browser's own. */

/** A look at the server's clock: what it showed, and the device's time on either side; seconds. */
export interface Reading {
  server: number
  /** What it shows is cut to this. */
  resolution: number
  sentAt: number
  receivedAt: number
}

/**
 * Seconds to add to the device's clock. What the server showed was true at some moment of the
 * journey, so the truth lies between two bounds. An offset between them stays as it is: a device
 * that is right needs none. Any other is put in their middle, wrong by half the journey at most.
 */
export function correctedBy(offset: number, reading: Reading): number {
  const { server, resolution, sentAt, receivedAt } = reading
  const [least, most] = [server - receivedAt, server + resolution - sentAt]
  return offset < least || offset > most ? (least + most) / 2 : offset
}

/** What the browser says of how a page came, in bytes. Both 0 where it does not say. */
export interface Arrival {
  /** What came over the network, headers and all; */
  transferSize: number
  /** and the page itself. */
  encodedBodySize: number
}

/** Whether the browser had kept the page, or a 304 confirmed it: then its `now` is an old one. */
export function isKept({ transferSize, encodedBodySize }: Arrival): boolean {
  return encodedBodySize > 0 && transferSize <= encodedBodySize
}

/** Milliseconds until the clock's next whole second, so that the count turns with it. */
export function untilNextSecond(milliseconds: number): number {
  return 1000 - (((milliseconds % 1000) + 1000) % 1000)
}
