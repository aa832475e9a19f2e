/**
 * Whether an address that a stranger has given may be sent to: on the public internet, by TLS, and
 * nowhere else. Pure. A name that resolves to a private address cannot be told here (docs/webhooks.md).
 */
import ipaddr from 'ipaddr.js'
import { type AddressFault, en } from '../page/words/webhooks/en.ts'

const MOST_CHARACTERS = 2000

/** An empty one is the scheme's own: 443. */
const PORTS = ['', '443', '8443']

/** Names that nobody can have in the public DNS: RFC 6761, 6762 and 8375, ICANN's, and habits. */
const NOT_PUBLIC =
  /\.(localhost|local|localdomain|internal|intranet|private|corp|home|lan|arpa|onion|invalid)$/

interface Options {
  /** Local work: loopback is open, without TLS and at any port. */
  isLocal: boolean
}

/** What is wrong with it, as an English predicate that names the remedy; null where nothing is. */
export function wrongAddress(address: string, options: Options): string | null {
  const fault = faultOfAddress(address, options)
  return fault && en.addressFault[fault]
}

/** The same for who says it in other words. */
export function faultOfAddress(address: string, { isLocal }: Options): AddressFault | null {
  if (address.length > MOST_CHARACTERS) return 'tooLong'
  const url = URL.parse(address)
  if (!url?.hostname || !/^https?:$/.test(url.protocol)) return 'notAnAddress'
  if (url.username || url.password) return 'credentials'
  // An empty one is a fragment too, which `hash` does not show.
  if (url.href.includes('#')) return 'fragment'
  if (isLocal && isLoopback(url.hostname)) return null
  if (url.protocol !== 'https:') return 'notHttps'
  if (!PORTS.includes(url.port)) return 'port'
  return isPublic(url.hostname) ? null : 'notPublic'
}

/** `URL` has lowered the letters, and made one form of an IP address out of all that there are. */
function isPublic(hostname: string): boolean {
  const ip = ipOf(hostname)
  if (ip) return isPublicIp(ip)
  const labels = hostname.split('.')
  const isWhole = labels.length > 1 && labels.every((label) => label !== '')
  return isWhole && !NOT_PUBLIC.test(hostname)
}

/** The first global addresses of IPv6: outside of 2000::/3 there is none (RFC 4291, section 2.4). */
const GLOBAL: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

function isPublicIp(ip: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (ip.range() !== 'unicast') return false
  return ip instanceof ipaddr.IPv4 || ip.match(GLOBAL)
}

function isLoopback(hostname: string): boolean {
  const ip = ipOf(hostname)
  return ip ? ip.range() === 'loopback' : /^(.+\.)?localhost$/.test(hostname)
}

function ipOf(hostname: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const text = hostname.replace(/^\[(.*)\]$/, '$1')
  return ipaddr.isValid(text) ? ipaddr.parse(text) : null
}
