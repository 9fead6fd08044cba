import type { Comment } from '@second-story/board'
import { commentAnswer, commentBody, commentPatchBody, commentsAnswer } from '@second-story/protocol'
import { z } from 'zod'
import { Accounts } from '../accounts/accounts.ts'
import type { Endpoints } from '../http/endpoint.ts'
import type { Seat } from '../http/env.ts'
import { Members } from '../members/members.ts'
import type { Parts } from '../parts.ts'
import type { Caller } from '../rooms/access.ts'
import { CommentLimit } from './comment-limit.ts'
import { Comments, type Talking } from './comments.ts'
import { Mentions } from './mentions.ts'

const query = z.object({
  /** `mentions`: the ids of those that speak to the caller alone */
  only: z.literal('mentions').optional(),
})

/** What people say beside the board: threads on things and places. */
export function commentRoutes(on: Endpoints, { tables, rooms, clock, makeId }: Parts): void {
  const mentions = new Mentions(tables, clock)
  const comments = new Comments(rooms, clock, mentions)
  const accounts = new Accounts(tables, clock, makeId)
  const members = new Members(tables, rooms, clock)
  const limit = new CommentLimit()

  /** `toPeople`: with everybody who may be spoken to. */
  const talking = async (seat: Seat, caller: Caller, toPeople: boolean): Promise<Talking> => {
    const people = toPeople ? (await members.of(seat.board)).map(({ id }) => id) : []
    const name = (await accounts.byId(caller.account))?.name ?? ''
    return { seat, caller, name, people: new Set(people) }
  }

  on.add(
    'GET /api/boards/{board}/comments',
    {
      what: 'What people said beside the board, and which of it speaks to me',
      query,
      answer: commentsAnswer,
    },
    async ({ seat, caller, query: { only } }) => ({
      comments: only === 'mentions' ? [] : (await comments.all(seat.board.id)).map(answerOf),
      mentions: await mentions.unseen(seat.board.id, caller.account),
    }),
  )

  on.add(
    'POST /api/boards/{board}/comments',
    { what: 'Begin a thread, or answer in one', body: commentBody, answer: commentAnswer, status: 201 },
    async ({ body, seat, caller }) => {
      await limit.writes(caller.account)
      return answerOf(await comments.write(body, await talking(seat, caller, body.mentions.length > 0)))
    },
  )

  on.add(
    'PATCH /api/boards/{board}/comments/{comment}',
    { what: 'Change my words, or close a thread', body: commentPatchBody, answer: commentAnswer },
    async ({ params, body, seat, caller }) => {
      await limit.writes(caller.account)
      const who = await talking(seat, caller, 'mentions' in body && body.mentions.length > 0)
      return answerOf(await comments.change(params.comment, body, who))
    },
  )

  on.add(
    'DELETE /api/boards/{board}/comments/{comment}',
    { what: 'Take a comment away; it stays told that there was one', answer: null },
    async ({ params, seat, caller }) => {
      await comments.remove(params.comment, await talking(seat, caller, false))
      return null
    },
  )

  on.add(
    'PUT /api/boards/{board}/comments/{comment}/seen',
    { what: 'I have seen a comment that speaks to me', answer: null },
    async ({ params, seat, caller }) => {
      await mentions.seen(seat.board.id, params.comment, caller.account)
      return null
    },
  )
}

function answerOf({ mentions, ...comment }: Comment) {
  return { ...comment, mentions: [...mentions] }
}
