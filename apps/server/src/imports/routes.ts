import { apply } from '@second-story/board'
import { importAnswer, importBody } from '@second-story/protocol'
import { BoardReader } from '../boards/board-reader.ts'
import type { Endpoints } from '../http/endpoint.ts'
import { Problem } from '../http/problem.ts'
import { TookTooMuch } from '../off-thread/aside.ts'
import type { Parts } from '../parts.ts'
import type { ImportAsked, ImportPlanned } from './plan-import.ts'

/** Files of other tools, onto the board in one batch; or only what they would do. */
export function importRoutes(on: Endpoints, { rooms, clock, aside }: Parts): void {
  const reader = new BoardReader(rooms)

  on.add(
    'POST /api/boards/{board}/imports',
    { what: 'Add what files describe, or what has changed in them', body: importBody, answer: importAnswer },
    async ({ body, seat }) => {
      const { name = '', format, text = '', match, take, dryRun } = body
      const files = body.files ?? [{ name, text }]
      const { layers } = await reader.inCommon(seat.board.id)
      const planned = await plan(aside, { layers, files, format, match, take })
      if (!planned.ok) {
        const { id, message, ...where } = planned.error
        throw Problem.refused(id, message, where)
      }
      const answer = answerOf(planned)
      if (dryRun || planned.commands.length === 0) return { ...answer, ids: [] }
      const applied = await rooms.write(seat.board.id, { kind: 'common' }, (doc) =>
        apply(new Map([['common', doc]]), planned.commands, { now: clock.now(), origin: 'hand' }),
      )
      if (!applied.ok) throw Problem.refused(applied.refusal.id, applied.refusal.message)
      return { ...answer, ids: [...applied.ids] }
    },
  )
}

function answerOf({ parts, changes }: ImportPlanned & { ok: true }) {
  const several = parts.length > 1
  return {
    format: parts[0]?.format ?? '',
    parts: parts.map(({ files, format }) => ({ files: [...files], format })),
    added: {
      items: parts.reduce((sum, one) => sum + one.added.items, 0),
      relations: parts.reduce((sum, one) => sum + one.added.relations, 0),
    },
    changes: changes.map((one) => ({ ...one })),
    alike: parts.flatMap((one) => one.alike.map((pair) => ({ ...pair }))),
    notes: parts.flatMap((one) =>
      one.notes.map((note) =>
        several && note.file === undefined ? { ...note, file: one.name } : { ...note },
      ),
    ),
  }
}

/** A file that nobody can read in seconds is none that anybody wrote. */
async function plan(aside: Parts['aside'], asked: ImportAsked): Promise<ImportPlanned> {
  try {
    return await aside.run('plan', asked)
  } catch (error) {
    if (!(error instanceof TookTooMuch)) throw error
    throw Problem.refused('too-slow', 'Reading this takes too long, so it was ended. Nothing was added.')
  }
}
