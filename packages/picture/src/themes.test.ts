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
  ...([1, 2, 3, 4, 5, 6] as const).flatMap((n): [Paint, Paint][] => [
    ['ink', `tint-${n}`],
    ['ink-3', `tint-${n}`],
  ]),
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

const NOTES = [
  'note',
  'note-blue',
  'note-rose',
  'note-violet',
  'note-plain',
] as const satisfies readonly Paint[]

/** How eyes see a colour (Machado, Oliveira and Fernandes 2009, severity 1), as rows over linear red, green, blue. */
const EYES = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'without red': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'without green': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'without blue': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, readonly (readonly number[])[]>

/** CIE L*a*b* of a colour as those eyes see it. */
function seen(hex: string, eyes: keyof typeof EYES): readonly number[] {
  const linear = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  const [r = 0, g = 0, b = 0] = EYES[eyes].map((row: readonly number[]) => {
    const sum = row.reduce((all, part, at) => all + part * (linear[at] ?? 0), 0)
    return Math.max(0, Math.min(1, sum))
  })
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

for (const name of ['light', 'dark'] as const) {
  test(`${name}: words on every ground of a note have at least 6:1`, () => {
    for (const ground of NOTES)
      expect(contrast(THEMES[name][`on-${ground}`], THEMES[name][ground]), ground).toBeGreaterThanOrEqual(6)
  })

  for (const eyes of Object.keys(EYES) as (keyof typeof EYES)[]) {
    test(`${name}: eyes ${eyes === 'usual' ? 'as most have them' : eyes} tell the grounds of notes apart`, () => {
      for (const [at, one] of NOTES.entries())
        for (const other of NOTES.slice(0, at)) {
          const [a, b] = [seen(THEMES[name][one], eyes), seen(THEMES[name][other], eyes)]
          const apart = Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)))
          // from about 2.3 on a difference is just seen side by side
          expect(apart, `${one} and ${other}`).toBeGreaterThanOrEqual(8)
        }
    })
  }
}
