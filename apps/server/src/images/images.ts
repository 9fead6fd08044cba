import { createHash } from 'node:crypto'
import { formatLayer, type Image, type LayerRef } from '@second-story/protocol'
import type { Clock, MakeId } from '@second-story/std'
import { Problem } from '../http/problem.ts'
import { type Aside, TookTooMuch } from '../off-thread/aside.ts'
import type { Parts } from '../parts.ts'
import type { Tables } from '../storage/tables.ts'
import type { TakenFile, TakenIn } from './take-in.ts'

/** All pictures of one board together, with their smaller copies. */
export const MOST_BOARD_BYTES = 200 * 1024 * 1024

/** Bytes of pictures in one file; those after it are smaller copies. */
const MOST_LEAVING = 40 * 1024 * 1024
const SMALL = 320

const HOUR_MS = 60 * 60_000

const COMMON = formatLayer({ kind: 'common' })

/** A picture or one of its copies, as it is served. */
export type ImageFile = Omit<TakenFile, 'type'> & { readonly type: string }

/**
 * Pictures that people bring. They lie beside the documents, and each is in layers as everything else is: only who reads a layer
 * gets what is in it. What is in several layers, or on several boards, is kept once.
 */
export class Images {
  readonly #tables: Tables
  readonly #aside: Aside
  readonly #clock: Clock
  readonly #makeId: MakeId

  constructor({ tables, aside, clock, makeId }: Pick<Parts, 'tables' | 'aside' | 'clock' | 'makeId'>) {
    this.#tables = tables
    this.#aside = aside
    this.#clock = clock
    this.#makeId = makeId
  }

  /** Takes a picture in for a layer; the same bytes again give the same picture. Throws what the person is told. */
  async add(board: string, layer: LayerRef, bytes: Uint8Array): Promise<Image> {
    const hash = hashOf(bytes)
    const known = await this.#sameIn(board, formatLayer(layer), hash)
    if (known) {
      await this.#put(board, [known.id], formatLayer(layer))
      return known
    }
    const taken = await this.#takeIn(bytes)
    await this.#roomFor(board, sizeOf(taken))
    const { width, height } = taken
    const id = this.#makeId()
    const { query } = this.#tables
    await this.#tables.atomically([
      ...this.#keeping(id, hash, taken),
      query
        .insertInto('image_layers')
        .values({ board_id: board, layer: formatLayer(layer), image_id: id, named_at: this.#clock.now() }),
    ])
    return { id, width, height }
  }

  /**
   * Takes in those of a file's pictures that are asked for, before there is a board to put them on; gives their new ids by their old
   * ones. What is no picture has none.
   */
  async keepAll(
    pictures: ReadonlyMap<string, Uint8Array>,
    wanted: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>()
    for (const name of wanted) {
      const bytes = pictures.get(name)
      const taken = bytes && (await this.#aside.run('picture', { bytes }))
      if (!bytes || !taken || typeof taken === 'string') continue
      const id = this.#makeId()
      await this.#tables.atomically(this.#keeping(id, hashOf(bytes), taken))
      names.set(name, id)
    }
    return names
  }

  #keeping(id: string, hash: string, taken: TakenIn) {
    const { width, height, files } = taken
    const { query } = this.#tables
    const rows = files.map((file) => ({
      image_id: id,
      width: file.width,
      type: file.type,
      bytes: Buffer.from(file.bytes),
    }))
    return [
      query
        .insertInto('images')
        .values({ id, hash, width, height, size: sizeOf(taken), made_at: this.#clock.now() }),
      query.insertInto('image_files').values(rows),
    ]
  }

  /** The smallest copy that is at least so wide, for somebody who reads these layers; null: there is none for them. */
  async file(
    board: string,
    id: string,
    layers: readonly LayerRef[],
    width: number | undefined,
  ): Promise<ImageFile | null> {
    if (!(await this.isIn(board, id, layers))) return null
    return this.#fileOf(id, width)
  }

  /** Is the picture in one of these layers? */
  async isIn(board: string, id: string, layers: readonly LayerRef[]): Promise<boolean> {
    const row = await this.#tables.query
      .selectFrom('image_layers')
      .select('image_id')
      .where('board_id', '=', board)
      .where('image_id', '=', id)
      .where('layer', 'in', layers.map(formatLayer))
      .executeTakeFirst()
    return row !== undefined
  }

  /** Lets the readers of a layer see pictures that are kept already; the caller may see them, which was asked before. */
  async share(board: string, ids: readonly string[], layer: LayerRef): Promise<void> {
    if (ids.length === 0) return
    const sizes = await this.#tables.query
      .selectFrom('images')
      .select(['id', 'size'])
      .where('id', 'in', [...ids])
      .execute()
    const held = new Set(await this.#onBoard(board))
    const more = sizes.filter(({ id }) => !held.has(id)).reduce((sum, { size }) => sum + size, 0)
    if (more > 0) await this.#roomFor(board, more)
    await this.#put(
      board,
      sizes.map(({ id }) => id),
      formatLayer(layer),
    )
  }

  /** Of these, the pictures that everybody on the board sees. */
  async inCommon(board: string, ids?: readonly string[]): Promise<readonly string[]> {
    if (ids?.length === 0) return []
    const rows = await this.#tables.query
      .selectFrom('image_layers')
      .select('image_id')
      .where('board_id', '=', board)
      .where('layer', '=', COMMON)
      .$if(ids !== undefined, (all) => all.where('image_id', 'in', [...(ids ?? [])]))
      .execute()
    return rows.map(({ image_id }) => image_id)
  }

  /** For files that leave a board: of each of these that everybody sees the copy that is wide enough. */
  async leaving(
    board: string,
    ids: readonly string[],
    width?: number,
  ): Promise<ReadonlyMap<string, ImageFile>> {
    const files = new Map<string, ImageFile>()
    let bytes = 0
    for (const id of await this.inCommon(board, ids)) {
      const wide = bytes < MOST_LEAVING ? width : Math.min(width ?? SMALL, SMALL)
      const file = await this.#fileOf(id, wide)
      if (!file) continue
      files.set(id, file)
      bytes += file.bytes.length
    }
    return files
  }

  /** Pictures that are in no layer of any board any more go for good. */
  async dropUnheld(): Promise<void> {
    await this.#tables.query
      .deleteFrom('images')
      // what a bundle brings is kept before there is a board to put it on
      .where('made_at', '<', this.#clock.now() - HOUR_MS)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('image_layers').select('image_id').whereRef('image_layers.image_id', '=', 'images.id'),
          ),
        ),
      )
      .execute()
  }

  async #takeIn(bytes: Uint8Array): Promise<TakenIn> {
    try {
      const taken = await this.#aside.run('picture', { bytes })
      if (typeof taken !== 'string') return taken
      throw new Problem('bad-value', `${taken} Nothing was changed.`)
    } catch (error) {
      if (!(error instanceof TookTooMuch)) throw error
      throw new Problem('bad-value', 'This picture takes too long to be read. Nothing was changed.')
    }
  }

  async #sameIn(board: string, layer: string, hash: string): Promise<Image | undefined> {
    return this.#tables.query
      .selectFrom('images')
      .innerJoin('image_layers', 'image_layers.image_id', 'images.id')
      .select(['images.id', 'images.width', 'images.height'])
      .where('image_layers.board_id', '=', board)
      .where('image_layers.layer', '=', layer)
      .where('images.hash', '=', hash)
      .executeTakeFirst()
  }

  async #fileOf(id: string, width: number | undefined): Promise<ImageFile | null> {
    const row = await this.#tables.query
      .selectFrom('image_files')
      .select(['width', 'type', 'bytes'])
      .where('image_id', '=', id)
      .where((is) => is.or([is('width', '=', 0), ...(width === undefined ? [] : [is('width', '>=', width)])]))
      // the picture itself comes last, whatever its number
      .orderBy((is) => is.case().when('width', '=', 0).then(1).else(0).end())
      .orderBy('width')
      .executeTakeFirst()
    return row ? { width: row.width, type: row.type, bytes: new Uint8Array(row.bytes) } : null
  }

  async #onBoard(board: string): Promise<readonly string[]> {
    const rows = await this.#tables.query
      .selectFrom('image_layers')
      .select('image_id')
      .distinct()
      .where('board_id', '=', board)
      .execute()
    return rows.map(({ image_id }) => image_id)
  }

  async #roomFor(board: string, more: number): Promise<void> {
    const row = await this.#tables.query
      .selectFrom('images')
      .select(({ fn }) => fn.sum<number>('size').as('size'))
      .where('id', 'in', (from) =>
        from.selectFrom('image_layers').select('image_id').where('board_id', '=', board),
      )
      .executeTakeFirst()
    if (Number(row?.size ?? 0) + more > MOST_BOARD_BYTES) throw new Problem('images-full')
  }

  async #put(board: string, ids: readonly string[], layer: string): Promise<void> {
    if (ids.length === 0) return
    const named_at = this.#clock.now()
    await this.#tables.query
      .insertInto('image_layers')
      .values(ids.map((image_id) => ({ board_id: board, layer, image_id, named_at })))
      .onConflict((held) => held.columns(['board_id', 'layer', 'image_id']).doUpdateSet({ named_at }))
      .execute()
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function sizeOf({ files }: TakenIn): number {
  return files.reduce((sum, file) => sum + file.bytes.length, 0)
}
