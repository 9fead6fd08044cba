import { boardCommands, type Command, copySystem, parseAllCommands } from '@second-story/board'
import { randomId } from '@second-story/std'
import { type BoardBytes, boardOf } from '../off-thread/board-bytes.ts'

/** A board's system, or all that is shared on it, as commands under new ids for another board. For another thread than the rooms'. */
export function systemOf({
  from,
  layers,
  whole,
}: {
  readonly from: string
  readonly layers: BoardBytes
  readonly whole: boolean
}): readonly Command[] {
  const board = boardOf(layers)
  if (!whole) return copySystem(board, from, randomId)
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
