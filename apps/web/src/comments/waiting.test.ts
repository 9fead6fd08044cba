import { threadsOf } from '@second-story/board'
import { commentBody } from '@second-story/protocol'
import { countedIds } from '@second-story/std'
import { expect, test } from 'vitest'
import { ApiError } from '../api/request.ts'
import { bodyOf, isForGood, type Waiting, withWaiting } from './waiting.ts'

const id = countedIds('w')
const me = { account: 'ada', name: 'Ada' }
const on = { item: null, name: '', place: { x: 1, y: 2 } }
const waiting = (more: Partial<Waiting> = {}): Waiting => {
  const own = id()
  return { id: own, thread: own, on, text: 'Hello', mentions: [], at: 5, refused: null, ...more }
}

test('what waits stands in its thread as one’s own, until the board has it', () => {
  const first = waiting()
  const answer = waiting({ thread: first.id, on: null, text: 'And', at: 6 })
  const shown = withWaiting(new Map(), [answer, first], me)
  const [thread] = threadsOf(shown)
  expect(thread?.first).toMatchObject({ text: 'Hello', by: 'Ada', author: 'ada', at: 5 })
  expect(thread?.answers.map((one) => one.text)).toEqual(['And'])
  expect(withWaiting(shown, [first, answer], me)).toBe(shown)
})

test('what is sent is what the server expects, and names no author', () => {
  const first = waiting()
  const item = id() as never
  for (const one of [
    first,
    waiting({ thread: first.id, on: null }),
    waiting({ on: { item, name: 'orders', place: null }, mentions: ['bob'] }),
  ]) {
    const body = bodyOf(one)
    expect(commentBody.safeParse(body).success).toBe(true)
    expect(JSON.stringify(body)).not.toMatch(/author|"by"|"at"/)
  }
})

test('a line that is down loses nothing; what the server will not have is said', () => {
  const failed = (name: string, status: number) => new ApiError(name, 'no', status)
  expect(isForGood(failed('no-answer', 0), false)).toBe(false)
  expect(isForGood(failed('busy', 503), false)).toBe(false)
  expect(isForGood(failed('sign-in', 401), false)).toBe(false)
  expect(isForGood(failed('too-many-comments', 429), false)).toBe(false)
  expect(isForGood(failed('nothing-there', 422), true)).toBe(false)
  expect(isForGood(failed('nothing-there', 422), false)).toBe(true)
  expect(isForGood(failed('observers-silent', 403), false)).toBe(true)
  expect(isForGood(new TypeError('x'), false)).toBe(false)
})
