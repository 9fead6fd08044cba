import { type Font, measure } from '@second-story/picture'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutWords } from './cut-words.ts'

const font: Font = { family: 'sans', size: 11, weight: 500 }

test('what fits stays as it is, what does not is cut between words', () => {
  expect(cutWords('Load rises', font, 200)).toBe('Load rises')
  expect(cutWords('The copy tool waits without a word', font, 110)).toBe('The copy tool waits …')
  expect(cutWords('Unbelievably long', font, 40)).toMatch(/^Unb\w*…$/)
})

test('a time is there whole or not at all', () => {
  expect(cutWords('A page at 23:27, then silence', font, 62)).toBe('A page at …')
  expect(cutWords('Quiet from 23:00 – 23:30 on', font, 110)).toBe('Quiet from …')
  expect(cutWords('23:00–23:30 quiet', font, 40)).toBe('')
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'page', '23:27', '~14:05', '23:00 – 23:30', 'went', 'out,'), {
        minLength: 1,
        maxLength: 12,
      }),
      fc.integer({ min: 0, max: 200 }),
      (parts, width) => {
        const cut = cutWords(parts.join(' '), font, width)
        expect(measure(cut, font)).toBeLessThanOrEqual(width)
        for (const [time] of cut.matchAll(/\d[\d:]*/g)) expect(time).toMatch(/^\d\d:\d\d$/)
        expect(cut).not.toMatch(/[–-]\s*…/)
      },
    ),
    { seed: 5 },
  )
})
