import { describe, expect, test } from 'vitest'
import { countRows, exported, SHIPPED, shippedDatabase } from './database.ts'

const REFUSED = [
  ["UPDATE reports SET reported_at = 0 WHERE id LIKE '%'", 'never changed'],
  ["UPDATE reports SET line = '{}'", 'never changed'],
  ['DELETE FROM reports', 'never deleted'],
  ['INSERT OR REPLACE INTO reports SELECT * FROM reports LIMIT 1', 'never replaced'],
  [
    "INSERT OR REPLACE INTO reports SELECT seq, 'other', deadline, 0, 0, '{}' FROM reports LIMIT 1",
    'never replaced',
  ],
  ["UPDATE deadlines SET line = '{}'", 'never changed'],
  ['DELETE FROM deadlines', 'never deleted'],
  ['INSERT OR REPLACE INTO deadlines SELECT * FROM deadlines LIMIT 1', 'never replaced'],
]

describe('The database itself', () => {
  test.each(REFUSED)('refuses: %s', async (sql, why) => {
    const db = await shippedDatabase()
    await expect(db.prepare(sql).run()).rejects.toThrow(why)
    expect(await exported(db)).toBe(SHIPPED)
  })

  test('refuses a report of a deadline that is not there', async () => {
    const db = await shippedDatabase()
    const insert = "INSERT INTO reports VALUES (1000, 'x', 'nowhere', 0, 0, '{}')"
    await expect(db.prepare(insert).run()).rejects.toThrow('FOREIGN KEY')
    expect(await countRows(db, 'reports')).toBe(21)
  })
})
