import { boardAnswer } from '@second-story/protocol'
import { z } from 'zod'
import type { BoardAccess } from '../boards/board-access.ts'
import { Boards, boardOf } from '../boards/boards.ts'
import type { BoardFiles } from '../exports/board-files.ts'
import type { Endpoints } from '../http/endpoint.ts'
import { Problem } from '../http/problem.ts'
import { TookTooMuch } from '../off-thread/aside.ts'
import type { Parts } from '../parts.ts'

const query = z.object({
  /** default: the personal team */
  team: z.string().max(64).optional(),
})

/** A whole board as a file, and from one. */
export function bundleRoutes(on: Endpoints, parts: Parts, access: BoardAccess, files: BoardFiles): void {
  const boards = new Boards(parts, access)

  on.add(
    'GET /api/boards/{board}/bundle.zip',
    { what: 'All that is shared on a board, to be opened elsewhere', answer: null, file: 'application/zip' },
    ({ c, seat }) => files.answer(c, seat.board.id, 'application/zip', { form: 'bundle' }),
  )

  on.add(
    'POST /api/bundles',
    { what: 'Make a board from a bundle, or from a board as JSON', query, answer: boardAnswer, status: 201 },
    async ({ c, caller, query: { team } }) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      const file = await read(parts, bytes)
      if (typeof file === 'string') throw new Problem('bad-value', `${file} No board was made.`)
      return boardOf(
        await boards.makeFrom({ ...file, ...(team === undefined ? {} : { team }) }, caller.account),
      )
    },
  )
}

async function read({ aside }: Parts, bytes: Uint8Array) {
  try {
    return await aside.run('unbundle', { bytes })
  } catch (error) {
    if (error instanceof TookTooMuch) return 'The file takes too long to be read.'
    throw error
  }
}
