import { memberAnswer, membersAnswer, roleBody } from '@second-story/protocol'
import type { BoardAccess } from '../boards/board-access.ts'
import type { Endpoints } from '../http/endpoint.ts'
import { Problem } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { Members } from './members.ts'
import { mayChange } from './policy.ts'

/** Who is on a board, as what. */
export function memberRoutes(on: Endpoints, { tables, rooms, clock }: Parts, access: BoardAccess): void {
  const members = new Members(tables, rooms, clock)

  on.add(
    'GET /api/boards/{board}/members',
    { what: 'Who is on a board', answer: membersAnswer },
    async ({ seat }) => ({
      members: await members.of(seat.board),
    }),
  )

  on.add(
    'PUT /api/boards/{board}/members/{account}',
    { what: 'Give someone a role', body: roleBody, answer: memberAnswer },
    async ({ params, body, seat }) => {
      const theirs = (await access.find(seat.board.id, params.account))?.role ?? null
      const isKnown = theirs !== null || (await members.removedAt(seat.board.id, params.account)) !== null
      if (!isKnown) throw new Problem('not-found', 'Nobody of that name is on this board: invite them.')
      if (!mayChange(seat.role, theirs, body.role)) throw new Problem('forbidden')
      await members.give(seat.board.id, params.account, body.role)
      const member = (await members.of(seat.board)).find(({ id }) => id === params.account)
      if (!member) throw new Problem('not-found')
      return member
    },
  )

  on.add(
    'DELETE /api/boards/{board}/members/{account}',
    { what: 'Take someone off a board, or leave it', answer: null },
    async ({ params, caller, seat }) => {
      const theirs = (await access.find(seat.board.id, params.account))?.role ?? null
      const isMe = params.account === caller.account
      if (theirs === null) throw new Problem('not-found', 'They are not on this board.')
      if (!isMe && !mayChange(seat.role, theirs, null)) throw new Problem('forbidden')
      await members.remove(seat.board.id, params.account)
      return null
    },
  )
}
