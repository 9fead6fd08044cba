import { expect, it } from 'vitest'
import { rolesBelow } from './role-words.ts'

it('lets nobody give a role above their own', () => {
  expect(rolesBelow('owner')).toContain('owner')
  expect(rolesBelow('facilitator')).toEqual(['deputy', 'agent', 'participant', 'observer'])
  expect(rolesBelow('deputy')).toEqual(['agent', 'participant', 'observer'])
  expect(rolesBelow('participant')).toEqual([])
})
