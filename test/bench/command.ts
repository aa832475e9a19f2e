/** What the bench's commands are called with. */

/** How a command was called is wrong: a fault of who called it, as those of parseArgs are. */
class Misuse extends Error {
  readonly code = 'ERR_PARSE_ARGS_NUMBERS'
}

/** Whole numbers from 1, with commas between. */
export function readNumbers(option: string, text: string): number[] {
  const numbers = text.split(',').map(Number)
  if (numbers.every((number) => Number.isInteger(number) && number > 0)) return numbers
  throw new Misuse(`${option} takes whole numbers from 1, such as 10,1000, and not "${text}"`)
}

/** One of these. */
export function readNumber(option: string, text: string): number {
  const [number, ...more] = readNumbers(option, text)
  if (more.length === 0) return number
  throw new Misuse(`${option} takes one number, and not "${text}"`)
}

/** Runs a command. What is wrong with how it was called is said with how it is to be. */
export async function runCommand(usage: string, run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    const { message, stack, code } = error as Error & { code?: string }
    const isMisuse = code?.startsWith('ERR_PARSE_ARGS')
    process.stderr.write(isMisuse ? `${message}\n${usage}\n` : `${stack}\n`)
    process.exitCode = isMisuse ? 2 : 1
  }
}
