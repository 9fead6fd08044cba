import { apply } from '@second-story/board'
import type { ImportResult } from '@second-story/importers'
import { importAnswer, importBody } from '@second-story/protocol'
import { BoardReader } from '../boards/board-reader.ts'
import type { Endpoints } from '../http/endpoint.ts'
import { Problem } from '../http/problem.ts'
import { TookTooMuch } from '../off-thread/aside.ts'
import type { TaskInput } from '../off-thread/tasks.ts'
import type { Parts } from '../parts.ts'

/** Files of other tools, onto the board in one batch; or only what they would add. */
export function importRoutes(on: Endpoints, { rooms, clock, aside }: Parts): void {
  const reader = new BoardReader(rooms)

  on.add(
    'POST /api/boards/{board}/imports',
    { what: 'Add what a file describes', body: importBody, answer: importAnswer },
    async ({ body, seat }) => {
      const { name, format, text, dryRun } = body
      const { layers } = await reader.inCommon(seat.board.id)
      const result = await planned(aside, { name, format, text, layers })
      if (!result.ok) {
        const { id, message, ...where } = result.error
        throw Problem.refused(id, message, where)
      }
      const answer = { format: result.format, added: result.added, notes: [...result.notes] }
      if (dryRun) return { ...answer, ids: [] }
      const applied = await rooms.write(seat.board.id, { kind: 'common' }, (doc) =>
        apply(new Map([['common', doc]]), result.commands, { now: clock.now(), origin: 'hand' }),
      )
      if (!applied.ok) throw Problem.refused(applied.refusal.id, applied.refusal.message)
      return { ...answer, ids: [...applied.ids] }
    },
  )
}

/** A file that nobody can read in seconds is none that anybody wrote. */
async function planned(aside: Parts['aside'], input: TaskInput<'plan'>): Promise<ImportResult> {
  try {
    return await aside.run('plan', input)
  } catch (error) {
    if (!(error instanceof TookTooMuch)) throw error
    throw Problem.refused('too-slow', 'Reading this takes too long, so it was ended. Nothing was added.')
  }
}
