import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unfitEdits } from './break.mjs'
import { MUTANTS, SIM_MUTANTS } from './mutants.mjs'

test('every mutant still fits the source: what it edits is there exactly once', () => {
  expect(unfitEdits([...MUTANTS, ...SIM_MUTANTS])).toEqual([])
})

test.each([
  ['tests', MUTANTS],
  ['simulator', SIM_MUTANTS],
])('no two mutants for the %s have one name', (_, mutants) => {
  const names = mutants.map(({ name }) => name)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('a text that is gone, that is there twice, a file that is gone and an edit that changes nothing are all named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-story-mutants-'))
  try {
    writeFileSync(join(folder, 'room.ts'), 'one two two three')
    const edit = (find, replace = '', file = 'room.ts') => ({ file, find, replace })
    const mutants = [
      { name: 'fits', rule: 1, edits: [edit('one')] },
      { name: 'gone', rule: 1, edits: [edit('one'), edit('four')] },
      { name: 'twice', rule: 1, edits: [edit('two')] },
      { name: 'no file', rule: 1, edits: [edit('one', '', 'nowhere.ts')] },
      { name: 'idle', rule: 1, edits: [edit('three', 'three')] },
    ]
    expect(unfitEdits(mutants, folder)).toEqual([
      '"gone": room.ts holds 0 times: four',
      '"twice": room.ts holds 2 times: two',
      '"no file": there is no nowhere.ts',
      '"idle": changes nothing in room.ts',
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
