import { type ImportInput, type ImportResult, importText } from '@second-story/importers'
import { randomId } from '@second-story/std'
import { type BoardBytes, boardOf } from '../off-thread/board-bytes.ts'

/** Reads a file and says what it would add to a board. For another thread than the rooms': a file may be hostile. */
export function planImport({
  layers,
  ...file
}: Pick<ImportInput, 'name' | 'format' | 'text'> & { readonly layers: BoardBytes }): ImportResult {
  return importText({ ...file, board: boardOf(layers), makeId: randomId })
}
