import { read } from '@second-story/board'
import type * as Y from 'yjs'
import type { Tables } from '../storage/tables.ts'

/** The pictures that came on the board with a round of quiet writing. */
export function picturesOfRound(common: Y.Doc, round: string): string[] {
  const items = read(new Map([['common', common]])).items.values()
  return [...items].flatMap((item) =>
    item.type === 'image' && item.round === round && item.picture !== '' ? [item.picture] : [],
  )
}

/**
 * Lets everybody on the board see pictures that lay in somebody's private layer; after an anonymous "Show all" nothing tells in
 * whose. Repeating it is harmless.
 */
export async function showPictures(
  tables: Tables,
  board: string,
  ids: readonly string[],
  { anonymous, now }: { readonly anonymous: boolean; readonly now: number },
): Promise<void> {
  if (ids.length === 0) return
  const { query } = tables
  const kept = await query
    .selectFrom('image_layers')
    .select('image_id')
    .distinct()
    .where('board_id', '=', board)
    .where('image_id', 'in', [...ids])
    .execute()
  if (kept.length === 0) return
  const rows = kept.map(({ image_id }) => ({ board_id: board, layer: 'common', image_id, named_at: now }))
  const show = query
    .insertInto('image_layers')
    .values(rows)
    .onConflict((held) => held.columns(['board_id', 'layer', 'image_id']).doUpdateSet({ named_at: now }))
  const withdraw = query
    .deleteFrom('image_layers')
    .where('board_id', '=', board)
    .where('image_id', 'in', [...ids])
    .where('layer', 'like', 'own.%')
  await tables.atomically(anonymous ? [show, withdraw] : [show])
}
