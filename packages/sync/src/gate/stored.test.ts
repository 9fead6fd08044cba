import { expect, it } from 'vitest'
import { between, forge, inType } from '../testing/forge.ts'
import { Stage } from '../testing/stage.ts'

it('rule 2: what is stored is not questioned again: where things lay may not be known any more', () => {
  const stage = Stage.loaded()
  stage.join(1)
  const client = 5
  // a letter, deleted, and something in it: in what is deleted anything may lie, for it may have been a shared type
  stage.update(1, forge([{ client, clock: 0, structs: [between(null, null)] }]))
  stage.update(1, forge([], [[client, 0, 1]]))
  stage.update(1, forge([{ client, clock: 1, structs: [inType(client, 0)] }]))
  stage.flush()
  expect(stage.closes).toEqual([])
  // all three are one row, in which a letter holds something
  expect(stage.disk.rows.length).toBe(1)
  expect(Stage.loaded({}, stage.disk).reports).toEqual([])
})
