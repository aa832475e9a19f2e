const WIDTH = 58

/** JSON to be read: what fits on a line is on one. */
export function writeJson(value: unknown, indent = ''): string {
  const line = onALine(value)
  if (indent.length + line.length <= WIDTH || typeof value !== 'object' || value === null) {
    return line
  }
  const inner = `${indent}  `
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const parts = Object.entries(value).map(([key, each]) => {
    const name = Array.isArray(value) ? '' : `${JSON.stringify(key)}: `
    return `${inner}${name}${writeJson(each, inner)}`
  })
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`
}

function onALine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(onALine).join(', ')}]`
  const parts = Object.entries(value).map(
    ([key, each]) => `${JSON.stringify(key)}: ${onALine(each)}`,
  )
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
}
