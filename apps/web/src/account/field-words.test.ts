import { expect, it } from 'vitest'
import { passwordError, signUpErrors } from './field-words.ts'

it('finds nothing wrong with a good sign-up', () => {
  expect(signUpErrors({ name: 'Maren', email: 'm@example.org', password: 'long enough' })).toEqual({})
})

it('says for each field what is missing', () => {
  const errors = signUpErrors({ name: ' ', email: 'maren', password: 'short' })
  expect(Object.keys(errors)).toEqual(['name', 'email', 'password'])
  expect(passwordError('short').password).toContain('8 characters')
})
