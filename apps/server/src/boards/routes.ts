import { setTimeout } from 'node:timers/promises'
import { INSTRUCTION_STEPS, type Instructions, writeConduct } from '@second-story/board'
import {
  boardAnswer,
  boardsAnswer,
  createBoardBody,
  mayFacilitate,
  type Person,
  patchBoardBody,
} from '@second-story/protocol'
import { Accounts } from '../accounts/accounts.ts'
import { colourOf } from '../accounts/colour.ts'
import { Mentions } from '../comments/mentions.ts'
import type { Endpoints } from '../http/endpoint.ts'
import { Problem } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import type { BoardAccess } from './board-access.ts'
import { Boards, boardOf, KEPT_MS, zoneOr } from './boards.ts'
import { Counts } from './counts.ts'

/** how long the list waits for what is being counted */
const COUNTING_MS = 1500

/** The boards list, and a board as a whole. */
export function boardRoutes(on: Endpoints, parts: Parts, access: BoardAccess): void {
  const { tables, rooms, clock, makeId } = parts
  const boards = new Boards(parts, access)
  const counts = new Counts(parts)
  const mentions = new Mentions(tables, clock)
  const accounts = new Accounts(tables, clock, makeId)

  const here = async (board: string): Promise<Person[]> => {
    const rows = await Promise.all(rooms.present(board).map((id) => accounts.byId(id)))
    const colours = rooms.colours(board)
    return rows.flatMap((row) =>
      row
        ? [{ id: row.id, name: row.name, kind: row.kind, colour: colours.get(row.id) ?? colourOf(row.id) }]
        : [],
    )
  }

  on.add('GET /api/boards', { what: 'My boards', answer: boardsAnswer }, async ({ caller }) => {
    const ids = (await boards.of(caller.account)).flatMap(({ row }) =>
      row.deleted_at === null ? [row.id] : [],
    )
    // after a long absence much is to be counted: the list does not wait for all of it
    await Promise.race([counts.refresh(ids), setTimeout(COUNTING_MS, null, { ref: false })])
    const held = await boards.of(caller.account)
    const unseen = await mentions.counts(caller.account)
    const kept = held.filter(({ row, role }) => {
      return role === 'owner' && row.deleted_at !== null && row.deleted_at + KEPT_MS > clock.now()
    })
    const cards = held
      .filter(({ row }) => row.deleted_at === null)
      .map(async (one) => ({
        ...boardOf(one),
        counts: { components: one.row.components, factors: one.row.factors, events: one.row.events },
        here: await here(one.row.id),
        mentions: unseen.get(one.row.id) ?? 0,
        picture: `/api/boards/${one.row.id}/picture.svg?thumb=1`,
      }))
    return { boards: await Promise.all(cards), deleted: kept.map(boardOf) }
  })

  on.add(
    'POST /api/boards',
    { what: 'Make a board', body: createBoardBody, answer: boardAnswer, status: 201 },
    async ({ body, caller }) => boardOf(await boards.make(body, caller.account)),
  )

  on.add('GET /api/boards/{board}', { what: 'One board', answer: boardAnswer }, async ({ seat }) =>
    boardOf(await boards.one(seat.board, seat.role)),
  )

  on.add(
    'PATCH /api/boards/{board}',
    { what: 'Rename a board, or change how it is shown', body: patchBoardBody, answer: boardAnswer },
    async ({ body, seat, caller }) => {
      const { title, zone, parkedInRecord, observersComment, sensitive, instructions } = body
      const conducts = [zone, parkedInRecord, observersComment, instructions].some((one) => one !== undefined)
      if ((conducts || sensitive !== undefined) && !mayFacilitate(seat.role)) throw new Problem('forbidden')
      if (title !== undefined) await boards.rename(seat.board.id, title)
      if (sensitive !== undefined) await boards.setSensitive(seat.board.id, sensitive)
      if (conducts) {
        const change = {
          ...(zone === undefined ? {} : { zone: zoneOr(zone, 'UTC') }),
          ...(parkedInRecord === undefined ? {} : { parkedInRecord }),
          ...(observersComment === undefined ? {} : { observersComment }),
          ...(instructions === undefined ? {} : { instructions: knownSteps(instructions) }),
        }
        await rooms.write(seat.board.id, { kind: 'conduct' }, (doc) => writeConduct(doc, change))
      }
      const found = await access.find(seat.board.id, caller.account)
      if (!found) throw new Problem('no-board')
      return boardOf(await boards.one(found.board, seat.role))
    },
  )

  on.add(
    'DELETE /api/boards/{board}',
    { what: 'Delete a board; it is kept for 30 days', answer: null },
    async ({ seat }) => {
      await boards.remove(seat.board.id)
      return null
    },
  )

  on.add(
    'POST /api/boards/{board}/restore',
    { what: 'Bring a deleted board back', answer: boardAnswer },
    async ({ seat }) => {
      await boards.restore(seat.board)
      return boardOf(await boards.one({ ...seat.board, deleted_at: null }, seat.role))
    },
  )
}

function knownSteps(asked: Readonly<Record<string, string>>): Instructions {
  const known: readonly string[] = INSTRUCTION_STEPS
  const strange = Object.keys(asked).find((step) => !known.includes(step))
  if (strange !== undefined)
    throw new Problem('bad-value', `There is no step called “${strange.slice(0, 40)}”.`)
  return asked
}
