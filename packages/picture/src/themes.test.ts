import { expect, test } from 'vitest'
import { type Paint, THEMES } from './themes.ts'

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const TEXT: readonly (readonly [Paint, Paint])[] = [
  ['ink', 'paper'],
  ['ink', 'sheet'],
  ['ink-2', 'paper'],
  ['ink-2', 'well'],
  ['ink-2', 'bound-a'],
  ['ink-2', 'bound-b'],
  ['ink-3', 'comp-fill'],
  ['ink-3', 'event'],
  ['on-note', 'note'],
  ['on-question', 'question'],
  ['hand', 'hand-soft'],
  ['ink', 'hand-soft'],
  ['came', 'paper'],
  ['harder', 'paper'],
  ['helped', 'paper'],
  ['background', 'paper'],
]

for (const name of ['light', 'dark'] as const) {
  for (const [text, ground] of TEXT) {
    test(`${name}: ${text} on ${ground} has at least 5:1`, () => {
      expect(contrast(THEMES[name][text], THEMES[name][ground])).toBeGreaterThanOrEqual(5)
    })
  }
}

test('both themes have every colour', () => {
  expect(Object.keys(THEMES.dark)).toEqual(Object.keys(THEMES.light))
})
