import { expect, test } from 'vitest'
import { alike } from './same-thing.ts'

const pairs = (...texts: string[]): string[] =>
  alike(texts.map((text) => ({ text }))).map(({ a, b }) => `${a.text} = ${b.text}`)

test('nearly the same words are found, in any order, number or case', () => {
  expect(pairs('Mail about failed backups was refused', 'failed backup mails refused')).toHaveLength(1)
  expect(pairs('The two host names differ in one digit', 'Host names differ by one digit')).toHaveLength(1)
  expect(pairs('Late evening', 'late evening!')).toHaveLength(1)
})

test('what only shares a subject is not the same thing', () => {
  expect(pairs('Backup job ran the wrong pg_dump', 'Nobody had tried to restore a backup')).toEqual([])
  expect(pairs('Spam raised the load', 'One primary carried the whole load')).toEqual([])
  expect(pairs('backup', 'backup job failed silently')).toEqual([])
})

test('each is asked about once, the likest pair first', () => {
  const found = pairs(
    'host names differ in a digit',
    'the host names differ in one digit',
    'host names differ by a digit',
  )
  expect(found).toEqual(['host names differ in a digit = host names differ by a digit'])
})

test('no words, nothing to ask', () => {
  expect(pairs('', '', '…')).toEqual([])
})
