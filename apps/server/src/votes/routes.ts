import { dotsAnswer, dotsBody, voteAnswer, voteBody, votePatchBody } from '@second-story/protocol'
import type { Endpoints } from '../http/endpoint.ts'
import type { Parts } from '../parts.ts'
import { Votes } from './votes.ts'

/** Dot votes: whoever facilitates begins and ends them, whoever may write gives dots. */
export function voteRoutes(on: Endpoints, { rooms, tables, clock, makeId }: Parts): void {
  const votes = new Votes(tables, rooms, clock, makeId)

  on.add(
    'POST /api/boards/{board}/votes',
    { what: 'Start a dot vote', body: voteBody, answer: voteAnswer, status: 201 },
    async ({ body, seat }) => ({ vote: await votes.start(seat.board.id, body) }),
  )

  on.add(
    'PATCH /api/boards/{board}/votes/{vote}',
    {
      what: 'Close a dot vote and count, or take its dots off the things',
      body: votePatchBody,
      answer: voteAnswer,
    },
    async ({ params, body, seat }) => ({
      vote: await ('close' in body
        ? votes.close(seat.board.id, params.vote)
        : votes.show(seat.board.id, params.vote, body.shown)),
    }),
  )

  on.add(
    'DELETE /api/boards/{board}/votes/{vote}',
    { what: 'Take a dot vote away, with all that came of it', answer: null },
    async ({ params, seat }) => {
      await votes.drop(seat.board.id, params.vote)
      return null
    },
  )

  on.add(
    'GET /api/boards/{board}/votes/{vote}/dots',
    { what: 'My dots, and how many I have left; nobody else’s', answer: dotsAnswer },
    ({ params, seat, caller }) => votes.mine(seat.board.id, params.vote, caller.account),
  )

  on.add(
    'PUT /api/boards/{board}/votes/{vote}/dots',
    { what: 'Put so many of my dots on a thing', body: dotsBody, answer: dotsAnswer },
    ({ params, body, seat, caller }) =>
      votes.put(seat.board.id, params.vote, caller.account, body.item, body.dots),
  )
}
