import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Font } from '../drawing.ts'
import { measure } from './measure.ts'
import { fitLine, wrap, wrapEvenly } from './wrap.ts'

const FONT: Font = { family: 'sans', size: 12, weight: 500 }
const words = fc.string({ unit: 'grapheme', maxLength: 160 })

test('widths add up letter by letter, and scale with the size', () => {
  const one = measure('orders', FONT)
  expect(measure('ordersorders', FONT)).toBeCloseTo(2 * one, 6)
  expect(measure('orders', { ...FONT, size: 24 })).toBeCloseTo(2 * one, 6)
})

test('figures have one width, so that times do not dance', () => {
  const widths = new Set([...'0123456789'].map((figure) => measure(figure, FONT)))
  expect(widths.size).toBe(1)
})

test('a letter that the fonts lack is given room, a wide one a whole em', () => {
  expect(measure('→', FONT)).toBeGreaterThan(0)
  expect(measure('漢', FONT)).toBe(12)
  expect(measure('🧦', FONT)).toBe(12)
  expect(measure('e\u0301', FONT)).toBe(measure('e', FONT))
})

test('no line is wider than asked, and there are never more than asked', () => {
  fc.assert(
    fc.property(
      words,
      fc.integer({ min: 30, max: 300 }),
      fc.integer({ min: 1, max: 5 }),
      (text, width, most) => {
        for (const lines of [wrap(text, FONT, width, most), wrapEvenly(text, FONT, width, most)]) {
          expect(lines.length).toBeGreaterThan(0)
          expect(lines.length).toBeLessThanOrEqual(most)
          for (const line of lines) expect(measure(line, FONT)).toBeLessThanOrEqual(width + 0.01)
        }
      },
    ),
    { seed: 11 },
  )
})

test('where all fits, every word is there; where not, the last line says so', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 30 }), (list) => {
      const lines = wrap(list.join(' '), FONT, 120, 4)
      if (lines.at(-1)?.endsWith('…')) expect(lines).toHaveLength(4)
      else expect(lines.join(' ')).toBe(list.join(' '))
    }),
    { seed: 12 },
  )
})

test('even lines leave no last word alone', () => {
  expect(wrapEvenly('The copy tool waits without a word', FONT, 112, 4)).toEqual([
    'The copy tool waits',
    'without a word',
  ])
  expect(wrapEvenly('Late evening, shift nearly over', FONT, 122, 4)).toEqual([
    'Late evening,',
    'shift nearly over',
  ])
})

test('line ends that people typed are kept', () => {
  expect(wrap('one\ntwo', FONT, 200, 4)).toEqual(['one', 'two'])
})

test('a line cut short ends in an ellipsis within the width', () => {
  const cut = fitLine('Backup job ran pg_dump 9.2 on a 9.6 database', FONT, 90)
  expect(cut.endsWith('…')).toBe(true)
  expect(measure(cut, FONT)).toBeLessThanOrEqual(90)
})
