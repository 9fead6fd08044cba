import { expect, test } from 'vitest'
import { isPicture, MOST_AT_ONCE, whyNot } from './picture-file.ts'

const MB = 1024 * 1024

test('pictures are told from files that are drawn from', () => {
  expect(isPicture({ type: 'image/png', name: 'a' })).toBe(true)
  expect(isPicture({ type: '', name: 'IMG_1.HEIC' })).toBe(true)
  expect(isPicture({ type: 'image/svg+xml', name: 'a.svg' })).toBe(false)
  expect(isPicture({ type: '', name: 'docker-compose.yml' })).toBe(false)
  expect(isPicture({ type: 'application/json', name: 'board.png.json' })).toBe(false)
})

test('what does not fit is said in plain words, before anything is sent', () => {
  expect(whyNot([{ type: 'image/png', size: 10 * MB }])).toBeNull()
  expect(whyNot([{ type: 'image/png', size: 14 * MB }])).toBe(
    'This picture is 14 MB; up to 10 MB fit. Nothing was changed.',
  )
  expect(whyNot([{ type: 'image/png', size: 10 * MB + 90_000 }])).toContain('10.1 MB')
  expect(whyNot([{ type: 'image/heic', size: 5 }])).toContain('PNG, JPEG, GIF or WebP')
  expect(whyNot(Array(MOST_AT_ONCE + 1).fill({ type: 'image/png', size: 5 }))).toContain('At most')
})
