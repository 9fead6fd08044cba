import { expect, it } from 'vitest'
import { Pens } from './pens.ts'

it('takes touches for a palm while a pen is down and just after', () => {
  const pens = new Pens()
  expect(pens.isWriting(0)).toBe(false)
  pens.hear('down', 'pen', 100)
  expect(pens.isWriting(5_000)).toBe(true)
  pens.hear('up', 'pen', 6_000)
  expect(pens.isWriting(6_300)).toBe(true)
  expect(pens.isWriting(7_000)).toBe(false)
})

it('takes fingers for fingers where there is no pen', () => {
  const pens = new Pens()
  pens.hear('down', 'touch', 100)
  pens.hear('up', 'mouse', 100)
  expect(pens.isWriting(150)).toBe(false)
})
