import { expect, test } from 'vitest'
import { missingFromLock } from './check-lock.mjs'

test('a platform package that is wanted and not held is named', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/tool': { optionalDependencies: { '@tool/linux': '1', '@tool/mac': '1' } },
      'node_modules/@tool/linux': {},
    },
  }
  expect(missingFromLock(lock)).toEqual(['@tool/mac'])
  lock.packages['node_modules/tool/node_modules/@tool/mac'] = {}
  expect(missingFromLock(lock)).toEqual([])
})
