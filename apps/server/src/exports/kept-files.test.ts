import { expect, test } from 'vitest'
import { KeptFiles } from './kept-files.ts'

let written: string[] = []
const writes = (key: string, body: string) => async () => {
  written.push(key)
  const bytes = new TextEncoder().encode(body)
  return { key, file: { name: 'a', body: bytes, etag: `"${key}"` } }
}

test('a file is written once, and by one of many who ask at once', async () => {
  written = []
  const kept = new KeptFiles(1000)
  const files = await Promise.all([1, 2, 3].map(() => kept.get('k', writes('k', 'words'))))
  await kept.get('k', writes('k', 'other'))
  expect(new Set(files).size).toBe(1)
  expect(written).toEqual(['k'])
})

test('what was not asked for the longest goes when there is too much, but for what its bytes are called', async () => {
  written = []
  const kept = new KeptFiles(1000)
  for (const key of ['a', 'b', 'c', 'd']) await kept.get(key, writes(key, key.repeat(240)))
  await kept.get('a', writes('a', ''))
  await kept.get('e', writes('e', 'e'.repeat(240)))
  written = []
  for (const key of ['a', 'c', 'd', 'e']) await kept.get(key, writes(key, ''))
  expect(written).toEqual([])
  expect(kept.etagOf('b')).toBe('"b"')
  await kept.get('b', writes('b', 'b'))
  expect(written).toEqual(['b'])
})

test('a file that is a large part of all is not kept', async () => {
  written = []
  const kept = new KeptFiles(1000)
  await kept.get('a', writes('a', 'a'.repeat(251)))
  await kept.get('a', writes('a', 'a'.repeat(251)))
  expect(written).toEqual(['a', 'a'])
})

test('a board that moved on while it was written is kept as what it was written from', async () => {
  const kept = new KeptFiles(1000)
  await kept.get('old', writes('new', 'words'))
  expect([kept.etagOf('old'), typeof kept.etagOf('new')]).toEqual([undefined, 'string'])
})

test('what could not be written is tried again', async () => {
  const kept = new KeptFiles(1000)
  await expect(kept.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect((await kept.get('a', writes('a', 'words'))).body.length).toBe(5)
})
