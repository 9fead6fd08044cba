import type { Role } from '@second-story/protocol'
import { ROLES } from '@second-story/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeBoard, TestApp, type TestPerson } from '../testing/test-app.ts'
import { RIGHTS, type Right, type RouteKey } from './rights.ts'

let host: TestApp
let board: string
let deletedBoard: string
let team: string
const people = new Map<string, TestPerson>()

beforeAll(async () => {
  host = await TestApp.start()
  const owner = await host.signUp('owner')
  people.set('owner', owner)
  board = await makeBoard(owner)
  deletedBoard = await makeBoard(owner)
  team = (await owner.post('/api/teams', { title: 'Payments' })).body.team.id
  for (const role of ROLES.filter((one) => one !== 'owner')) {
    const person = await host.joins(owner, board, role, await host.signUp(role))
    await host.joins(owner, deletedBoard, role, person)
    people.set(role, person)
  }
  people.set('guest', await host.joins(owner, board, 'participant', host.nobody()))
  people.set('stranger', await host.signUp('stranger'))
  people.set('nobody', host.nobody())
  await owner.delete(`/api/boards/${deletedBoard}`)
})
afterAll(() => host.stop())

/** Who is let past the guard, read off the table by other means than the guard's. */
function expected(right: Right, who: string): 'in' | 401 | 403 | 404 {
  if (right.who === 'anyone') return 'in'
  if (who === 'nobody') return 401
  const isOwner = who === 'owner'
  switch (right.who) {
    case 'account':
      return 'in'
    case 'member':
      return who === 'guest' ? 403 : 'in'
    case 'server-owner':
      return isOwner ? 'in' : 403
    case 'team':
      return isOwner ? 'in' : 404
    case 'board': {
      if (who === 'stranger') return 404
      // the guest came to the living board as a participant, and to the deleted one not at all
      if (who === 'guest' && right.deleted) return 404
      const role = (who === 'guest' ? 'participant' : who) as Role
      return right.roles.includes(role) ? 'in' : 403
    }
  }
}

/** Bodies that are refused once past the guard, so that walking the table changes nothing: 400 and 422 mean "let in". */
async function knock(key: RouteKey, who: string): Promise<number> {
  const [method = '', pattern = ''] = key.split(' ')
  const right: Right = RIGHTS[key]
  const isDeleted = right.who === 'board' && right.deleted
  const path = pattern
    .replace('{board}', isDeleted ? deletedBoard : board)
    .replace('{team}', team)
    .replace('{layer}', 'common')
    .replaceAll(/\{\w+\}/g, 'no-such-thing')
  const person = people.get(who)
  if (!person) throw new Error(who)
  const hasBody = method === 'POST' || method === 'PUT' || method === 'PATCH'
  return (await person.ask(method, path, hasBody ? '"not a body"' : undefined)).status
}

/** Never called as this person on this address: they would be let in and really do it. */
const DOES_IT = new Set([
  'DELETE /api/boards/{board} owner',
  'POST /api/boards/{board}/restore owner',
  'DELETE /api/sessions/current',
])

describe('who may do what', () => {
  test('every route has a row, and every row a route', () => {
    expect([...host.app.served].sort()).toEqual(Object.keys(RIGHTS).sort())
    expect(new Set(host.app.served).size).toBe(host.app.served.length)
  })

  for (const key of Object.keys(RIGHTS) as RouteKey[]) {
    test(key, async () => {
      for (const who of [...ROLES, 'guest', 'stranger', 'nobody']) {
        const wanted = expected(RIGHTS[key], who)
        if (DOES_IT.has(key) || (wanted === 'in' && DOES_IT.has(`${key} ${who}`))) continue
        const status = await knock(key, who)
        if (wanted === 'in') expect([200, 201, 204, 400, 404, 422], `${who}: ${status}`).toContain(status)
        else expect(status, who).toBe(wanted)
      }
    })
  }

  test('an owner is let in to delete and to restore', async () => {
    const owner = people.get('owner')
    expect((await owner?.post(`/api/boards/${deletedBoard}/restore`))?.status).toBe(200)
    expect((await owner?.delete(`/api/boards/${deletedBoard}`))?.status).toBe(204)
  })
})
