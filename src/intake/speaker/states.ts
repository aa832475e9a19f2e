/**
 * States as news names them: by the country, its people, its capital and what stands for its
 * government. States of the last hundred years are among them. What is not here is told by its own name.
 */
import type { Zone } from '../../deadline/zone.ts'
import { STATES_TABLE } from './states-table.ts'

export interface State {
  name: string
  zone: Zone
}

/** Every name of a state, in the letters that news writes it with. */
export const STATES: ReadonlyMap<string, State> = readTable()

function readTable(): Map<string, State> {
  const states = new Map<string, State>()
  for (const row of STATES_TABLE.trim().split('\n')) {
    const [names, peoples, metonyms, zone] = row.split('|').map((cell) => cell.trim())
    const state = { name: names.split(',')[0], zone }
    for (const word of `${names},${peoples},${metonyms}`.split(',')) {
      if (word.trim()) states.set(word.trim(), state)
    }
  }
  return states
}

const BY_LENGTH = [...STATES.keys()].sort((a, b) => b.length - a.length)
const ANY_STATE = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${BY_LENGTH.map((name) => name.replace(/\./g, '\\.')).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
)

export interface StateMention {
  state: State
  word: string
  start: number
  end: number
}

/** Every mention of a state in a text, in order. */
export function statesIn(text: string): StateMention[] {
  return [...text.matchAll(ANY_STATE)].map((found) => ({
    state: STATES.get(found[0]) as State,
    word: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }))
}
