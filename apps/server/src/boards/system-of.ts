import { type Command, copySystem } from '@second-story/board'
import { randomId } from '@second-story/std'
import { type BoardBytes, boardOf } from '../off-thread/board-bytes.ts'

/** A board's system, as commands under new ids for another board. For another thread than the rooms'. */
export function systemOf({
  from,
  layers,
}: {
  readonly from: string
  readonly layers: BoardBytes
}): readonly Command[] {
  return copySystem(boardOf(layers), from, randomId)
}
