import { expect, it } from 'vitest'
import { viewOfPath } from './use-view.ts'

it('reads the view from the address', () => {
  expect(viewOfPath('/b/abc/timeline')).toEqual({ base: '/b/abc', named: 'timeline' })
  expect(viewOfPath('/sample/gitlab')).toEqual({ base: '/sample/gitlab', named: null })
})

it('knows the outline by both its names', () => {
  expect(viewOfPath('/b/abc/outline').named).toBe('list')
  expect(viewOfPath('/b/abc/list').named).toBe('list')
})

it('takes an unknown view for none', () => {
  expect(viewOfPath('/b/abc/experiments')).toEqual({ base: '/b/abc', named: null })
})
