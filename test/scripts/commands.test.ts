/** What we tell to type exists: each command of wrangler's is held against its own help. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fromRoot } from '../../scripts/project.ts'
import { askWrangler } from '../../scripts/wrangler.ts'

const TOLD = ['docs/deploy.md', 'docs/runbook.md', 'scripts/deploy/faults.ts']

/** A command ends with its line, or where the text goes on around it. */
const COMMAND = /(?:npx wrangler|npm run (?:-s )?production --) (?<command>[^`'\n,…]+)/g

const commands = new Set(
  TOLD.flatMap((file) => [...readFileSync(fromRoot(file), 'utf8').matchAll(COMMAND)])
    .map(({ groups }) => (groups?.command ?? '').trim())
    .filter((command) => !command.includes('$')),
)

interface Help {
  /** `wrangler d1 export <name>` */
  usage: string
  /** Each option's line, by its name. */
  options: Map<string, string>
}

function helpOf(words: string[]): Help {
  const { ok, text } = askWrangler([...words, '--help'])
  expect(ok, text).toBe(true)
  const lines = [...text.matchAll(/^ +(?:-\w, +)?(--[\w-]+.*(?:\n {10,}.*)*)/gm)].map(
    ([, line]) => line,
  )
  const named = lines.flatMap((line) =>
    [...line.split('  ')[0].matchAll(/--[\w-]+/g)].map(([name]): [string, string] => [name, line]),
  )
  return { usage: /^wrangler.*$/m.exec(text)?.[0] ?? '', options: new Map(named) }
}

/** What a command is given besides its options: their values are none of it. */
function wordsOf(command: string, { options }: Help): string[] {
  const words: string[] = []
  let isValue = false
  for (const word of command.split(/\s+/)) {
    const isOption = word.startsWith('--')
    if (!isOption && !isValue) words.push(word)
    const takesValue = !options.get(word)?.includes('[boolean]')
    isValue = isOption && takesValue && !word.includes('=')
  }
  return words
}

test('There are commands of wrangler’s in what we tell', () => {
  expect(commands.size).toBeGreaterThan(15)
})

test.each([...commands])('wrangler %s', (command) => {
  const help = helpOf(command.split(/\s+--/)[0].split(/\s+/))
  const names = [...command.matchAll(/(?<=\s)--[\w-]+/g)].map(([name]) => name)
  expect(names.filter((name) => !help.options.has(name))).toEqual([])
  const [, ...path] = help.usage.split(/ [<[]/)[0].split(' ')
  const words = wordsOf(command, help)
  expect(words.slice(0, path.length)).toEqual(path)
  const given = words.length - path.length
  expect(given).toBeGreaterThanOrEqual(help.usage.match(/</g)?.length ?? 0)
  expect(given).toBeLessThanOrEqual(help.usage.match(/[<[]/g)?.length ?? 0)
})
