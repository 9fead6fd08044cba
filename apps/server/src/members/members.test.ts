import { ROLES, type Role } from '@second-story/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeBoard, TestApp, type TestPerson } from '../testing/test-app.ts'
import { higher, mayChange, mayInviteAs } from './policy.ts'

let host: TestApp
let ada: TestPerson
let board: string
beforeEach(async () => {
  host = await TestApp.start()
  ada = await host.signUp('Ada')
  board = await makeBoard(ada)
})
afterEach(() => host.stop())

const rank = (role: Role) => ROLES.indexOf(role)

test('nobody but an owner grants their own role or a higher one, or touches who has it', () => {
  for (const mine of ROLES)
    for (const theirs of [...ROLES, null])
      for (const next of [...ROLES, null]) {
        const isAllowed = mayChange(mine, theirs, next)
        if (mine === 'owner') expect(isAllowed).toBe(true)
        else if (!['facilitator', 'deputy'].includes(mine)) expect(isAllowed).toBe(false)
        else {
          const below = [theirs, next].every((role) => role === null || rank(role) > rank(mine))
          expect(isAllowed, `${mine}: ${theirs} -> ${next}`).toBe(below)
        }
      }
})

test('invites never give owner, and facilitators invite agents, participants and observers', () => {
  for (const mine of ROLES) expect(mayInviteAs(mine, 'owner')).toBe(false)
  expect(ROLES.filter((role) => mayInviteAs('owner', role))).toEqual(ROLES.slice(1))
  for (const mine of ['facilitator', 'deputy'] as const)
    expect(ROLES.filter((role) => mayInviteAs(mine, role))).toEqual(['agent', 'participant', 'observer'])
  for (const mine of ['agent', 'participant', 'observer'] as const)
    expect(ROLES.filter((role) => mayInviteAs(mine, role))).toEqual([])
})

test('who is in keeps the higher role', () => {
  expect(higher('facilitator', 'observer')).toBe('facilitator')
  expect(higher('observer', 'participant')).toBe('participant')
  expect(higher(null, 'observer')).toBe('observer')
})

test('a facilitator cannot make themselves owner, nor take the owner off', async () => {
  const fay = await host.joins(ada, board, 'facilitator', await host.signUp('Fay'))
  const member = `/api/boards/${board}/members`
  expect((await fay.put(`${member}/${fay.account}`, { role: 'owner' })).status).toBe(403)
  expect((await fay.put(`${member}/${ada.account}`, { role: 'observer' })).status).toBe(403)
  expect((await fay.delete(`${member}/${ada.account}`)).status).toBe(403)
  expect((await ada.get(`/api/boards/${board}`)).body.role).toBe('owner')
})

test('the last owner cannot leave or step down; with a second one they can', async () => {
  const me = `/api/boards/${board}/members/${ada.account}`
  expect((await ada.delete(me)).body.error.id).toBe('last-owner')
  expect((await ada.put(me, { role: 'participant' })).body.error.id).toBe('last-owner')
  await host.joins(ada, board, 'owner', await host.signUp('Bob'))
  expect((await ada.put(me, { role: 'participant' })).body.role).toBe('participant')
  expect((await ada.delete(me)).status).toBe(204)
  expect((await ada.get(`/api/boards/${board}`)).status).toBe(404)
})

test('a stranger cannot be given a role, only invited', async () => {
  const eve = await host.signUp('Eve')
  expect((await ada.put(`/api/boards/${board}/members/${eve.account}`, { role: 'owner' })).status).toBe(404)
})

test('who was taken off needs a newer invitation, or to be put back by hand', async () => {
  const made = await ada.post(`/api/boards/${board}/invites`, { role: 'participant' })
  const bob = await host.signUp('Bob')
  const accept = (token: string) => bob.post(`/api/invites/${token}/accept`, {})
  expect((await accept(made.body.token)).status).toBe(200)
  host.clock.advance(1000)
  expect((await ada.delete(`/api/boards/${board}/members/${bob.account}`)).status).toBe(204)
  expect((await bob.get(`/api/boards/${board}`)).status).toBe(404)
  expect((await accept(made.body.token)).body.error.id).toBe('removed')
  host.clock.advance(1000)
  const newer = await ada.post(`/api/boards/${board}/invites`, { role: 'observer' })
  expect((await accept(newer.body.token)).status).toBe(200)
  expect((await bob.get(`/api/boards/${board}`)).body.role).toBe('observer')
  expect(
    (await ada.put(`/api/boards/${board}/members/${bob.account}`, { role: 'agent' })).body,
  ).toMatchObject({
    role: 'agent',
    byTeam: false,
    here: false,
  })
})

test('somebody who is in by their team can be taken off too', async () => {
  const team = (await ada.post('/api/teams', { title: 'Payments' })).body.team.id
  const bob = await host.signUp('Bob')
  const { token } = (await ada.post(`/api/teams/${team}/invites`, {})).body
  await bob.post(`/api/invites/${token}/accept`, {})
  const day = (await ada.post('/api/boards', { kind: 'chaos-day', title: 'x', team })).body.id
  const { members } = (await ada.get(`/api/boards/${day}/members`)).body
  expect(members.find((one: { id: string }) => one.id === bob.account)).toMatchObject({
    role: 'participant',
    byTeam: true,
  })
  expect((await ada.delete(`/api/boards/${day}/members/${bob.account}`)).status).toBe(204)
  expect((await bob.get(`/api/boards/${day}`)).status).toBe(404)
})
