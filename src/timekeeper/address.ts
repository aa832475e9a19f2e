/** Which addresses that somebody else has given are sent anything. */
import ipaddr from 'ipaddr.js'

const PORTS = ['', '8443']

/**
 * What is wrong with an address, in words that follow its name; null where nothing is. `isLocal`
 * opens http, any port and this machine's own addresses, for local work.
 */
export function wrongAddress(address: string, { isLocal }: { isLocal: boolean }): string | null {
  const url = URL.parse(address)
  if (!url) return 'must be a whole address, such as https://subscriber.example/callback'
  if (url.username || url.password) return 'must have no name and no password in it'
  if (isLocal && isLoopback(url)) return null
  if (url.protocol !== 'https:') return 'must be https'
  if (!PORTS.includes(url.port)) return 'must have the port 443 or 8443'
  return isPublic(url.hostname) ? null : 'must be on the public internet'
}

function isLoopback({ protocol, hostname }: URL): boolean {
  return (
    /^https?:$/.test(protocol) && (hostname === 'localhost' || rangeOf(hostname) === 'loopback')
  )
}

function isPublic(hostname: string): boolean {
  const range = rangeOf(hostname)
  return range === null
    ? /\.(?!local$|localhost$|internal$)[^.]+$/.test(hostname)
    : range === 'unicast'
}

/** Null where it is a name. */
function rangeOf(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(bare) ? ipaddr.process(bare).range() : null
}
