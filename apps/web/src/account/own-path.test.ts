import { expect, it } from 'vitest'
import { ownPath } from './own-path.ts'

it('follows a path of our own', () => {
  expect(ownPath('/b/abc')).toBe('/b/abc')
})

it('leads nowhere else', () => {
  for (const to of [
    null,
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\\\elsewhere',
    'javascript:1',
  ])
    expect(ownPath(to)).toBe('/boards')
})
