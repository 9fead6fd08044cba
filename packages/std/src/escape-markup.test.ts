import { expect, test } from 'vitest'
import { escapeMarkup } from './escape-markup.ts'

test('markup in text is text', () => {
  expect(escapeMarkup(`<img src="x" onerror='a&b'>`)).toBe(
    '&lt;img src=&quot;x&quot; onerror=&#39;a&amp;b&#39;&gt;',
  )
})

test('what XML cannot hold is replaced, emoji and line ends stay', () => {
  expect(escapeMarkup('a\u0000b\ud800c\uffffd 🧦\n')).toBe('a\uFFFDb\uFFFDc\uFFFDd 🧦\n')
})
