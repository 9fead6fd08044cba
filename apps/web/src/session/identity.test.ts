import type { Account, Board } from '@second-story/protocol'
import { describe, expect, it } from 'vitest'
import { ApiError } from '../api/request.ts'
import { firstIdentity, type Identity, isGone } from './identity.ts'

const person = (isConfirmed: boolean): Identity => ({
  account: { id: 'ada' } as Account,
  board: { id: 'b' } as Board,
  isConfirmed,
})
const never = new Promise<never>(() => {})
const at = (status: number) => Promise.reject(new ApiError('x', 'x', status))

describe('who opens a board', () => {
  it('is the server’s word where it comes in time', async () => {
    expect(await firstIdentity(Promise.resolve(person(true)), person(false), never)).toEqual(person(true))
  })

  it('is what this browser knows where the server is slow, silent or in trouble', async () => {
    expect(await firstIdentity(never, person(false), Promise.resolve())).toEqual(person(false))
    for (const status of [0, 500, 502, 503])
      expect(await firstIdentity(at(status), person(false), never)).toEqual(person(false))
  })

  it('is nobody where the server says no, whatever this browser knows', async () => {
    for (const status of [401, 403, 404])
      await expect(firstIdentity(at(status), person(false), never)).rejects.toMatchObject({ status })
  })

  it('is not guessed', async () => {
    await expect(firstIdentity(at(0), null, Promise.resolve())).rejects.toMatchObject({ status: 0 })
  })

  it('is not asked of a proxy that answers in the server’s place', async () => {
    const page = Promise.reject(new ApiError('no-answer', 'x', 404))
    expect(await firstIdentity(page, person(false), never)).toEqual(person(false))
  })

  it('knows a board that is closed from a page that failed', () => {
    expect([403, 404].map((status) => isGone(new ApiError('no-board', 'x', status)))).toEqual([true, true])
    expect(isGone(new ApiError('sign-in', 'x', 401))).toBe(false)
    expect(isGone(new ApiError('no-answer', 'x', 404))).toBe(false)
    expect(isGone(new TypeError('a mistake of ours'))).toBe(false)
  })
})
