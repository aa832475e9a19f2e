/**
 * What stands for whoever is behind an address: an IPv4 address, and of an IPv6 address the first
 * 64 bits, which one connection is given whole (RFC 6177); `unknown` where there is none.
 */
export function networkOf(address: string | undefined): string {
  if (!address) return 'unknown'
  if (!address.includes(':')) return address
  const [head, tail = null] = address.split('::')
  const front = head.split(':')
  const missing = tail === null ? 0 : 8 - front.length - tail.split(':').length
  const groups = [...front, ...Array(Math.max(missing, 0)).fill('0'), ...(tail?.split(':') ?? [])]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase() || '0')
    .join(':')
}
