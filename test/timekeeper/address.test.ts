import { describe, expect, test } from 'vitest'
import { wrongAddress } from '../../src/timekeeper/address.ts'

describe('An address to send to', () => {
  const GOOD = ['https://a.example/', 'https://a.example:8443/b?c', 'https://93.184.215.14/']
  const BAD = [
    ...[
      'http://a.example/',
      'https://a.example:444/',
      'https://a:b@a.example/',
      'ftp://a.example/',
    ],
    ...['https://localhost/', 'https://a.local/', 'https://a/', 'https://10.0.0.1/'],
    ...['https://0x7f.1/', 'https://[::1]/', 'https://[::ffff:10.0.0.1]/', 'https://169.254.1.1/'],
  ]

  test.each(GOOD)('can be %s', (address) => {
    expect(wrongAddress(address, { isLocal: false })).toBeNull()
  })

  test.each(BAD)('cannot be %s', (address) => {
    expect(wrongAddress(address, { isLocal: false })).toMatch(/^must /)
  })

  test('can be this machine’s own for local work, and no other private one', () => {
    const wrong = (address: string) => wrongAddress(address, { isLocal: true })
    expect(wrong('http://127.0.0.1:5000/')).toBeNull()
    expect(wrong('http://localhost:5000/')).toBeNull()
    expect(wrong('http://[::1]:5000/')).toBeNull()
    expect(wrong('http://10.0.0.1/')).not.toBeNull()
  })
})
