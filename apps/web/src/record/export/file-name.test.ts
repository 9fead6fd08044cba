import { expect, test } from 'vitest'
import { fileName } from './file-name.ts'

test('a title becomes a plain name, whatever it holds', () => {
  expect(fileName('The replica rebuild of 31 January', 'md')).toBe('the-replica-rebuild-of-31-january.md')
  expect(fileName('Ünïcode / ../../etc', 'svg', 'system')).toBe('unicode-etc-system.svg')
  expect(fileName('火事', 'json')).toBe('record.json')
  expect(fileName('x'.repeat(10_000), 'md').length).toBeLessThan(70)
})
