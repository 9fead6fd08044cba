import { type BoardKind, stagesOf, writeConduct } from '@second-story/board'
import {
  revealAnswer,
  revealBody,
  roundAnswer,
  roundBody,
  roundPatchBody,
  stageAnswer,
  stageBody,
  timerAnswer,
  timerBody,
} from '@second-story/protocol'
import type { Endpoints } from '../http/endpoint.ts'
import { Problem } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { Reveals } from './reveal/reveals.ts'
import { Rounds } from './rounds.ts'

/** How the gathering is conducted: its stage, the timer, quiet writing, and showing all of it. */
export function conductRoutes(on: Endpoints, { rooms, tables, clock, makeId }: Parts): void {
  const rounds = new Rounds(rooms, clock, makeId)
  const reveals = new Reveals(tables, rooms, clock, makeId)

  on.add(
    'POST /api/boards/{board}/stage',
    { what: 'Go to a stage', body: stageBody, answer: stageAnswer },
    async ({ body, seat }) => {
      const stage = stagesOf(seat.board.kind as BoardKind).find((one) => one === body.stage)
      if (!stage) throw new Problem('bad-value', `This kind of board has no stage “${body.stage}”.`)
      await tables.query.updateTable('boards').set({ stage }).where('id', '=', seat.board.id).execute()
      await rooms.write(seat.board.id, { kind: 'conduct' }, (doc) => writeConduct(doc, { stage }))
      return { stage }
    },
  )

  on.add(
    'POST /api/boards/{board}/timer',
    { what: 'Start a countdown', body: timerBody, answer: timerAnswer },
    async ({ body, seat }) => ({ timer: await rounds.setTimer(seat.board.id, body.minutes, body.words) }),
  )

  on.add(
    'DELETE /api/boards/{board}/timer',
    { what: 'Stop the countdown', answer: null },
    async ({ seat }) => {
      await rounds.clearTimer(seat.board.id)
      return null
    },
  )

  on.add(
    'POST /api/boards/{board}/rounds',
    { what: 'Start quiet writing', body: roundBody, answer: roundAnswer, status: 201 },
    async ({ body, seat }) => ({ round: await rounds.start(seat.board.id, body) }),
  )

  on.add(
    'PATCH /api/boards/{board}/rounds/{round}',
    { what: 'Give quiet writing more time, or end it', body: roundPatchBody, answer: roundAnswer },
    async ({ params, body, seat }) => ({
      round: await ('stop' in body
        ? rounds.stop(seat.board.id, params.round)
        : rounds.extend(seat.board.id, params.round, body.minutes)),
    }),
  )

  on.add(
    'POST /api/boards/{board}/reveals',
    { what: 'Show all that was written in a round', body: revealBody, answer: revealAnswer },
    async ({ body, seat }) => {
      const { round, ids } = await reveals.reveal(seat.board.id, body.round)
      return { round, shown: ids.length, ids: [...ids] }
    },
  )
}
