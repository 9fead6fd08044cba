import { formatLayer, type LayerRef, parseLayer } from '@second-story/protocol'
import { layerName } from '../boards/board-reader.ts'
import type { Parts } from '../parts.ts'
import { Images } from './images.ts'

const DAY_MS = 24 * 60 * 60_000
/** How long a picture is kept that nothing names: a removal can be taken back meanwhile. */
export const UNNAMED_MS = 30 * DAY_MS
/** Versions and steps that are looked into at one time. */
const AT_ONCE = 20

type SweepParts = Pick<Parts, 'tables' | 'aside' | 'clock' | 'makeId' | 'rooms'>

/** Lets go of pictures that nothing on their board has named for a long time: no item, no version, no moment of the replay. */
export class ImageSweep {
  readonly #parts: SweepParts
  readonly #images: Images

  constructor(parts: SweepParts) {
    this.#parts = parts
    this.#images = new Images(parts)
  }

  async run(): Promise<void> {
    const { tables, clock } = this.#parts
    const due = await tables.query
      .selectFrom('image_layers')
      .innerJoin('boards', 'boards.id', 'image_layers.board_id')
      .select(['board_id', 'layer'])
      .distinct()
      .where('boards.deleted_at', 'is', null)
      .where('named_at', '<', clock.now() - DAY_MS)
      .execute()
    for (const { board_id, layer } of due) {
      const ref = parseLayer(layer)
      if (ref) await this.#sweep(board_id, ref)
    }
    await this.#images.dropUnheld()
  }

  async #sweep(board: string, layer: LayerRef): Promise<void> {
    const { tables, clock } = this.#parts
    const inLayer = () =>
      tables.query
        .selectFrom('image_layers')
        .select('image_id')
        .where('board_id', '=', board)
        .where('layer', '=', formatLayer(layer))
    const held = (await inLayer().execute()).map(({ image_id }) => image_id)
    const named = new Set(await this.#namedNow(board, layer))
    // versions hold what everybody saw
    const unnamed = held.filter((id) => !named.has(id))
    if (layer.kind === 'common') for (const id of await this.#namedBefore(board, unnamed)) named.add(id)
    const at = clock.now()
    if (named.size > 0)
      await tables.query
        .updateTable('image_layers')
        .set({ named_at: at })
        .where('board_id', '=', board)
        .where('layer', '=', formatLayer(layer))
        .where('image_id', 'in', [...named])
        .execute()
    await tables.query
      .deleteFrom('image_layers')
      .where('board_id', '=', board)
      .where('layer', '=', formatLayer(layer))
      .where('named_at', '<', at - UNNAMED_MS)
      .execute()
  }

  async #namedNow(board: string, layer: LayerRef): Promise<readonly string[]> {
    const { rooms, aside } = this.#parts
    const { layers } = await rooms.stored(board, [layer])
    return aside.run('pictures', { layers: [[layerName(layer), layers.get(formatLayer(layer)) ?? []]] })
  }

  async #namedBefore(board: string, ids: readonly string[]): Promise<readonly string[]> {
    const named = new Set<string>()
    const { tables, aside } = this.#parts
    for (const [table, column] of [
      ['versions', 'bytes'],
      ['history_steps', 'put'],
    ] as const) {
      for (let from = 0; ids.some((id) => !named.has(id)); from += AT_ONCE) {
        const rows = await tables.query
          .selectFrom(table)
          .select(`${column} as packed` as never)
          .where('board_id', '=', board)
          .orderBy('at')
          .limit(AT_ONCE)
          .offset(from)
          .execute()
        if (rows.length === 0) break
        const packed = (rows as unknown as { packed: Uint8Array }[]).map((row) => new Uint8Array(row.packed))
        const left = ids.filter((id) => !named.has(id))
        for (const id of await aside.run('named-before', { packed, ids: left })) named.add(id)
      }
    }
    return [...named]
  }
}
