/** The table's place in the README, between two marks. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fromRoot } from '../../scripts/project.ts'

const BETWEEN = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/

export function writeReadme(table: string): void {
  const path = fromRoot('README.md')
  writeFileSync(path, withTable(readFileSync(path, 'utf8'), table))
}

/** @throws where there is no place for it. */
export function withTable(readme: string, table: string): string {
  if (!BETWEEN.test(readme)) throw new Error('README.md has no <!-- bench --> … <!-- /bench -->')
  // Indented rather than fenced: nothing in the table can end it.
  const indented = table.replace(/^(?=.)/gm, '    ')
  return readme.replace(BETWEEN, (_, begin, end) => `${begin}\n${indented}\n\n${end}`)
}
