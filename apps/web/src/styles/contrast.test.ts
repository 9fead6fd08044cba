import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Paint, THEMES, type ThemeName } from '@second-story/picture'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'contrast.css'), 'utf8')

/** The custom properties of one rule, upper-cased as the themes write them. */
function tokensOf(selector: string): Map<string, string> {
  const body = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? ''
  return new Map(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [
      name,
      hex.toUpperCase(),
    ]),
  )
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const TEXT: readonly (readonly [Paint, Paint])[] = [
  ...(['ink', 'ink-2', 'ink-3', 'hand', 'came', 'harder', 'helped', 'background', 'trial'] as const).flatMap(
    (ink) => (['paper', 'chrome', 'sheet', 'well'] as const).map((ground) => [ink, ground] as const),
  ),
  ['on-ink', 'ink'],
  ['on-hand', 'hand'],
  ['came', 'came-soft'],
  ['harder', 'harder-soft'],
  ['helped', 'helped-soft'],
  ['on-note', 'note'],
  ['on-note-blue', 'note-blue'],
  ['on-note-rose', 'note-rose'],
  ['on-note-violet', 'note-violet'],
  ['on-note-plain', 'note-plain'],
  ['on-question', 'question'],
]
const LINES: readonly (readonly [Paint, Paint])[] = [
  ...(
    [
      'line',
      'line-strong',
      'comp-line',
      'arrow',
      'thread',
      'bound-a-line',
      'bound-b-line',
      'event-line',
    ] as const
  ).map((line) => [line, 'paper'] as const),
  ['note-line', 'note'],
  ['note-blue-line', 'note-blue'],
  ['note-rose-line', 'note-rose'],
  ['note-violet-line', 'note-violet'],
  ['note-plain-line', 'note-plain'],
  ['question-line', 'question'],
]

describe.each(['light-contrast', 'dark-contrast'] as const)('more contrast, %s', (name: ThemeName) => {
  const theme = THEMES[name]

  it('all text stands at least 7:1 on its ground', () => {
    const weak = TEXT.filter(([ink, ground]) => contrast(theme[ink], theme[ground]) < 7)
    expect(weak.map(([ink, ground]) => `${ink} on ${ground}`)).toEqual([])
  })

  it('all lines stand at least 4.5:1 on their ground', () => {
    const weak = LINES.filter(([line, ground]) => contrast(theme[line], theme[ground]) < 4.5)
    expect(weak.map(([line, ground]) => `${line} on ${ground}`)).toEqual([])
  })

  it('the page has the colours of the pictures', () => {
    const light = tokensOf('[data-contrast="more"]')
    const dark = tokensOf('[data-contrast="more"][data-theme="dark"]')
    const tokens = name === 'light-contrast' ? light : new Map([...light, ...dark])
    const strange = [...tokens].filter(([token, hex]) => token in theme && theme[token as Paint] !== hex)
    expect(strange).toEqual([])
    expect(tokens.size).toBeGreaterThan(40)
  })
})
