import { gunzipSync } from 'node:zlib'
import type { BoardSnapshot, Command } from '@second-story/board'
import { type BoardBytes, boardOf } from '../off-thread/board-bytes.ts'

/** The pictures that are on a board now. */
export function picturesOn(board: BoardSnapshot): string[] {
  const ids = new Set<string>()
  for (const item of board.items.values())
    if (item.type === 'image' && item.picture !== '') ids.add(item.picture)
  return [...ids]
}

/** The same of layers as they are stored. For another thread than the rooms'. */
export function picturesIn({ layers }: { readonly layers: BoardBytes }): string[] {
  return picturesOn(boardOf(layers))
}

/** The pictures that commands put on a board. */
export function picturesOf(commands: readonly Command[]): string[] {
  return [...new Set(commands.flatMap((one) => pictureOf(one) ?? []))]
}

/** The same commands, naming other pictures; one that has no other name is named no more. */
export function renamedPictures(
  commands: readonly Command[],
  names: ReadonlyMap<string, string>,
): readonly Command[] {
  return commands.map((one) => {
    const picture = pictureOf(one)
    if (picture === null || one.do !== 'add') return one
    return { ...one, fields: { ...one.fields, picture: names.get(picture) ?? '' } }
  })
}

function pictureOf(command: Command): string | null {
  if (command.do !== 'add' || command.type !== 'image') return null
  const picture: unknown = command.fields?.picture
  return typeof picture === 'string' && picture !== '' ? picture : null
}

/**
 * Of these pictures, those whose names occur in what is kept of a board's past: an update holds the words of its values as they are. It
 * may take one for named that is not. For another thread than the rooms'.
 */
export function namedBefore({
  packed,
  ids,
}: {
  /** gzipped updates */
  readonly packed: readonly Uint8Array[]
  readonly ids: readonly string[]
}): string[] {
  const left = new Set(ids)
  for (const one of packed) {
    const bytes = gunzipSync(one)
    for (const id of left) if (bytes.includes(id)) left.delete(id)
  }
  return ids.filter((id) => !left.has(id))
}
