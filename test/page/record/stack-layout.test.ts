import { describe, expect, test } from 'vitest'
import { layOut } from '../../../src/page/record/stack-layout.ts'

const pieces = (...counts: [string, number][]) => counts.map(([label, count]) => ({ label, count }))

describe('The labels of a stacked bar', () => {
  test.each([
    [
      'stand in one line where there is room',
      [
        ['Met 4', 4],
        ['Unmet 3', 3],
      ],
      ['start 0', 'start 0'],
    ],
    ['stand alone under a whole bar', [['Unmet 1', 1]], ['start 0']],
    [
      'are written backwards at the edge, the later under the earlier',
      [
        ['Unmet 16', 16],
        ['Withdrawn 1', 1],
        ['Disputed 2', 2],
      ],
      ['start 0', 'end 0', 'end 1'],
    ],
    [
      'lie under whatever hangs through them',
      [
        ['Carried out 1', 1],
        ['Carried out late 1', 1],
        ['Pending 1', 1],
        ['Not carried out 9', 9],
      ],
      ['start 3', 'start 2', 'start 1', 'start 0'],
    ],
    [
      'make stairs where each part is narrow, so that no line runs through a word',
      [
        ['Carried out 2', 2],
        ['Carried out in part 1', 1],
        ['Carried out late 2', 2],
        ['Not carried out 2', 2],
        ['Still pending 2', 2],
        ['Not recorded 2', 2],
      ],
      ['start 5', 'start 4', 'start 3', 'start 2', 'start 1', 'end 0'],
    ],
  ] as [string, [string, number][], string[]][])('%s', (_, counts, expected) => {
    const spots = layOut(pieces(...counts))
    expect(spots.map(({ side, line }) => `${side} ${line}`)).toEqual(expected)
  })

  test.each([
    ['of East Asia are as wide as they are high', '威胁延后兑现部分兑现 1', 'start 1'],
    ['in Arabic are no wider for their marks', 'نُفِّذَ تَهدِيدٌ مُتَأَخِّر 1', 'start 0'],
  ])('whose letters %s', (_, label, expected) => {
    const [{ side, line }] = layOut(pieces([label, 1], ['B', 1]))
    expect(`${side} ${line}`).toBe(expected)
  })

  test('leave each part its share of the bar', () => {
    const spots = layOut(pieces(['A', 1], ['B', 3]))
    expect(spots.map(({ from, width }) => [from, width])).toEqual([
      [0, 25],
      [25, 75],
    ])
  })
})
