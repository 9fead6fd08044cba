import {
  type BoardSnapshot,
  boardCommands,
  type Command,
  copySystem,
  type Instructions,
  parseAllCommands,
} from '@second-story/board'
import { randomId } from '@second-story/std'
import { type BoardBytes, boardOf } from '../off-thread/board-bytes.ts'

/** What of a board another one begins with. */
export type Take = 'system' | 'all' | 'nothing'

/** What another board takes over, under new ids. For another thread than the rooms'. */
export function takenFrom({
  from,
  layers,
  take,
}: {
  readonly from: string
  readonly layers: BoardBytes
  readonly take: Take
}): { readonly commands: readonly Command[]; readonly instructions: Instructions } {
  const board = boardOf(layers)
  const { instructions } = board.conduct
  if (take === 'nothing') return { commands: [], instructions }
  return { commands: take === 'all' ? copyAll(board) : copySystem(board, from, randomId), instructions }
}

function copyAll(board: BoardSnapshot): readonly Command[] {
  const renamed = new Map<string, string>()
  const rename = (id: string): string => {
    const known = renamed.get(id) ?? randomId()
    renamed.set(id, known)
    return known
  }
  const parsed = parseAllCommands(boardCommands(board, { rename }))
  if (!parsed.ok) throw new Error(`a board cannot be copied: ${parsed.refusal.message}`)
  return parsed.commands
}
