import { afterEach, expect, test } from 'vitest'
import { counted, everyTable, speak, words } from './words.ts'

afterEach(() => speak({}))

test('a table says what it was given until another language is spoken, and English again for what that leaves out', () => {
  const table = words('test.menu', {
    copy: 'Copy',
    left: (n: number) => `${counted(n, 'note', 'notes')} left`,
  })
  expect([table.copy, table.left(1), table.left(2)]).toEqual(['Copy', '1 note left', '2 notes left'])

  speak({ 'test.menu': { left: (n: number) => `noch ${n}` } })
  expect([table.copy, table.left(2)]).toEqual(['Copy', 'noch 2'])
})

test('two parts cannot take one name', () => {
  words('test.twice', { one: 'One' })
  expect(() => words('test.twice', { two: 'Two' })).toThrow('test.twice')
})

test('a translator is given every table', () => {
  words('test.listed', { here: 'Here' })
  expect(everyTable().get('test.listed')).toEqual({ here: 'Here' })
})
