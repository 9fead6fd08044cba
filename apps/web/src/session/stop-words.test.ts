import { CLOSE } from '@second-story/protocol'
import { expect, it } from 'vitest'
import { stopWords } from './stop-words.ts'

it('has words for every code that does not come back, and none for those that do', () => {
  for (const row of Object.values(CLOSE)) {
    expect(stopWords(row.code) === null).toBe(row.comesBack)
  }
  expect(stopWords(1006)).toBeNull()
  expect(stopWords(1011)).toBeNull()
})

it('asks for a reload at a final code that it does not know', () => {
  expect(stopWords(4499)?.why).toBe('reload')
})

it('knows removal from a deleted board', () => {
  expect(stopWords(4403)?.why).toBe('no-access')
  expect(stopWords(4404)?.why).toBe('no-board')
})
