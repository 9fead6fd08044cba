import { expect, test } from 'vitest'
import { isSafeLink, safeLink } from './safe-link.ts'

test('a link is http, https or mailto; a bare host or address is completed', () => {
  expect(safeLink(' https://example.org/a?b#c ')).toBe('https://example.org/a?b#c')
  expect(safeLink('example.org/post')).toBe('https://example.org/post')
  expect(safeLink('team@example.org')).toBe('mailto:team@example.org')
})

for (const bad of [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<b>',
  'vbscript:x.com',
  'file:///etc/passwd',
  '//example.org',
  'words with spaces.com x',
  'https://a.org/"onmouseover="x',
  '',
])
  test(`nothing that runs or is no link: ${JSON.stringify(bad)}`, () => {
    expect(safeLink(bad)).toBeNull()
    expect(isSafeLink(bad)).toBe(false)
  })
