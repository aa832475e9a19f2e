/** As much as a page asks for again and again: of each zone what its clock shows now, and then. */
const MOST = 10_000

const found = new Map<string, unknown>()

/**
 * What `make` gave for the same key before, for what always comes to the same and is slow to make:
 * the runtime's formatters, and what they give. The key names the kind of thing too. Once there are
 * many, all are made anew; what throws is not kept.
 */
export function kept<Value>(key: string, make: () => Value): Value {
  const value = found.get(key) ?? make()
  if (found.size >= MOST) found.clear()
  found.set(key, value)
  return value as Value
}
