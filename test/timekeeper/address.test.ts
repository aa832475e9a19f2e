import { describe, expect, test } from 'vitest'
import { faultOfAddress, wrongAddress } from '../../src/timekeeper/address.ts'

const PUBLIC = [
  'https://example.org',
  'https://example.org/hook?token=1',
  'https://example.org:443/hook',
  'https://hooks.example.org:8443/a/b',
  'HTTPS://EXAMPLE.ORG/Hook',
  'https://bücher.example/hook',
  'https://xn--bcher-kva.example/',
  'https://1.1.1.1/hook',
  'https://[2606:4700:4700::1111]/hook',
  'https://local.example.org/',
  'https://localhost.example.org/',
  'https://10.example.org/',
  `https://example.org/${'a'.repeat(1980)}`,
]

const LOOPBACK = [
  ...[
    'http://localhost/',
    'http://localhost:9000/hook',
    'https://localhost:1/',
    'http://LOCALHOST/',
  ],
  ...['http://127.0.0.1:8080/', 'https://127.255.255.254/', 'http://[::1]:3000/', 'http://0x7f.1/'],
  ...['http://2130706433/', 'http://0177.0.0.1/', 'http://a.localhost:80/', 'http://①②⑦.0.0.1/'],
]

const NOT_PUBLIC = [
  ...[
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '0.0.0.0',
    '0.1.2.3',
  ],
  ...[
    '169.254.169.254',
    '100.64.0.1',
    '100.127.255.255',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
  ],
  ...['255.255.255.255', '192.0.0.8', '192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1'],
  ...[
    '192.88.99.1',
    '192.175.48.1',
    '192.52.193.1',
    '0xa.0.0.1',
    '012.0.0.1',
    '167772161',
    '3232235777',
  ],
  ...['10.1', '192.168.257', '10.0.0.1.', '1０.0.0.1'],
  ...['[::]', '[fe80::1]', '[fc00::1]', '[fd12:3456::1]', '[ff02::1]', '[::ffff:10.0.0.1]'],
  ...['[::ffff:7f00:1]', '[::ffff:1.1.1.1]', '[::127.0.0.1]', '[::7f00:1]', '[64:ff9b::10.0.0.1]'],
  ...[
    '[64:ff9b:1::1]',
    '[2002:7f00:1::]',
    '[2002:a00:1::1]',
    '[2001::1]',
    '[2001:db8::1]',
    '[3fff::1]',
  ],
  ...[
    '[fec0::1]',
    '[100::1]',
    '[::ffff:0:7f00:1]',
    '[2001:2::1]',
    '[5f00::1]',
    '[4000::1]',
    '[1::1]',
  ],
  ...['[0:0:0:0:0:ffff:a9fe:a9fe]', '[2001:10::1]', '[2001:20::1]'],
  ...['intranet', 'printer', 'com', 'printer.local', 'a.b.internal', 'metadata.google.internal'],
  ...[
    'router.home.arpa',
    '1.0.0.127.in-addr.arpa',
    'nas.lan',
    'x.corp',
    'x.home',
    'x.intranet',
    'x.localdomain',
  ],
  ...[
    'example.org.',
    'localhost.',
    'printer.local.',
    'a..example.org',
    'x.invalid',
    'PRINTER.LOCAL',
  ],
]

describe('An address to send to', () => {
  test.each(PUBLIC)('may be %s', (address) => {
    expect(faultOfAddress(address, { isLocal: false })).toBe(null)
    expect(faultOfAddress(address, { isLocal: true })).toBe(null)
  })

  test.each(NOT_PUBLIC)('is not public at %s, in local work neither', (host) => {
    for (const isLocal of [false, true]) {
      expect(faultOfAddress(`https://${host}/`, { isLocal })).toBe('notPublic')
    }
  })

  test.each(LOOPBACK)('may be %s in local work, and nowhere else', (address) => {
    expect(faultOfAddress(address, { isLocal: true })).toBe(null)
    expect(faultOfAddress(address, { isLocal: false })).not.toBe(null)
    const withTls = address.replace(/^https?:\/\/(\[[^\]]*\]|[^:/]*)(:\d+)?/, 'https://$1')
    expect(faultOfAddress(withTls, { isLocal: false })).toBe('notPublic')
  })

  test.each([
    ['', 'notAnAddress'],
    ['example.org/hook', 'notAnAddress'],
    ['//example.org/hook', 'notAnAddress'],
    ['https://', 'notAnAddress'],
    ['https://exa mple.org', 'notAnAddress'],
    ['https://256.1.1.1/', 'notAnAddress'],
    ['https://[::1', 'notAnAddress'],
    ['https://[fe80::1%25eth0]/', 'notAnAddress'],
    ['ftp://example.org/', 'notAnAddress'],
    ['javascript:alert(1)', 'notAnAddress'],
    ['data:text/plain,x', 'notAnAddress'],
    ['file:///etc/passwd', 'notAnAddress'],
    [`https://example.org/${'a'.repeat(1981)}`, 'tooLong'],
    ['https://user@example.org/', 'credentials'],
    ['https://:password@example.org/', 'credentials'],
    ['https://example.org@127.0.0.1/', 'credentials'],
    ['https://example.org/#part', 'fragment'],
    ['https://example.org/#', 'fragment'],
    ['http://example.org/', 'notHttps'],
    ['https://example.org:80/', 'port'],
    ['https://example.org:22/', 'port'],
    ['https://example.org:8444/', 'port'],
  ] as const)('is not %s', (address, fault) => {
    for (const isLocal of [false, true]) expect(faultOfAddress(address, { isLocal })).toBe(fault)
  })

  test('is refused with what would be right', () => {
    const refused = (address: string) => wrongAddress(address, { isLocal: false })
    expect(refused('http://example.org')).toBe('must begin with https://')
    expect(refused('https://10.0.0.1')).toContain('must be on the public internet')
    expect(refused('https://example.org')).toBe(null)
  })
})
