import { restoreTo, sharedCopy, writeRestored } from '@second-story/board'
import { formatLayer, type Version } from '@second-story/protocol'
import { type Clock, type MakeId, must } from '@second-story/std'
import * as Y from 'yjs'
import { Problem } from '../http/problem.ts'
import type { Aside } from '../off-thread/aside.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { VersionRow } from '../storage/schema.ts'
import type { Tables } from '../storage/tables.ts'
import { BoardHistory, logOf } from './history.ts'
import { packed } from './packed.ts'
import { type BoardCopy, unpackBoard } from './tasks.ts'
import { toDrop } from './thinning.ts'

const COMMON = { kind: 'common' } as const
const CONDUCT = { kind: 'conduct' } as const

/** Named versions of a board, and all the bytes of them. */
export const MOST_NAMED = 50
const MOST_NAMED_BYTES = 64 * 1024 * 1024

/** How often a restore begins again because the board changed while it was kept. */
const MOST_TRIES = 4

/** What is listed: all but the bytes. */
export type VersionLine = Omit<VersionRow, 'bytes'>

const LINE = [
  'id',
  'board_id',
  'at',
  'kind',
  'title',
  'words',
  'components',
  'factors',
  'events',
  'arrows',
  'size',
] as const satisfies readonly (keyof VersionLine)[]

/**
 * What boards looked like. A version holds what everybody on the board could see and nothing else: no private layer is ever
 * opened for it, nothing deleted is in it, and it is written by nobody.
 */
export class Versions {
  readonly history: BoardHistory
  readonly #tables: Tables
  readonly #rooms: Rooms
  readonly #aside: Aside
  readonly #clock: Clock
  readonly #makeId: MakeId

  constructor({ tables, rooms, aside, clock, makeId }: VersionParts) {
    this.#tables = tables
    this.#rooms = rooms
    this.#aside = aside
    this.#clock = clock
    this.#makeId = makeId
    this.history = new BoardHistory(tables, rooms, aside, clock)
  }

  /** Newest first. */
  async list(board: string): Promise<Version[]> {
    return (await this.#lines(board)).map(versionOf)
  }

  /** What everybody saw then, as a V2 update, gzipped. */
  async bytesOf(board: string, id: string): Promise<Uint8Array> {
    return (await this.#one(board, id)).bytes
  }

  /** Keeps the board as it is now under a name, for good. */
  async keepNamed(board: string, title: string): Promise<Version> {
    // first, so that a replay has a moment that shows what is named
    await this.#step(board, null)
    const { row } = await this.#copy(board, 'named', title)
    await this.#roomForNamed(board, row.size)
    await this.#insert(row)
    return versionOf(row)
  }

  /** Keeps the board as it is now, unless the newest version shows just that; then thins out the old ones. */
  async keepAutomatic(board: string): Promise<void> {
    const { row, copy, hasBefore } = await this.#copy(board, 'auto', null)
    const isNews = hasBefore ? !copy.isSame : !copy.isEmpty
    if (isNews) await this.#insert(row)
    await this.thin(board)
  }

  /** Gives a version a name, and with it a place for good; null takes it off again. */
  async rename(board: string, id: string, title: string | null): Promise<Version> {
    const row = await this.#one(board, id)
    if (title !== null && row.kind !== 'named') await this.#roomForNamed(board, row.size)
    const kind = title !== null ? 'named' : row.kind === 'named' ? 'auto' : row.kind
    await this.#tables.query.updateTable('versions').set({ title, kind }).where('id', '=', id).execute()
    return versionOf({ ...row, title, kind })
  }

  /**
   * Makes the board look as it did: by changes on top of all others, in the one transaction that everybody then hears of. How
   * it looked until then is a version itself, which is on disk first. Null when there was nothing to change.
   */
  async restore(board: string, id: string): Promise<Version | null> {
    const version = await this.#one(board, id)
    const wanted = unpackBoard(version.bytes)
    await this.#step(board, null)
    for (let left = MOST_TRIES - 1; ; left--) {
      const { row, copy } = await this.#copy(board, 'before-restore', null, version.bytes)
      if (copy.isSame) return null
      await this.#insert(row)
      const last = await this.#goBack(board, version.at, wanted, left > 0 ? copy.stamp : null)
      if (last === 'changed') {
        await this.#remove([row.id])
        continue
      }
      // the board never stood still: the version takes what came after it was kept
      if (last) await this.#replaceBytes(row.id, last)
      await this.#step(board, version.at)
      return versionOf(row)
    }
  }

  /** `stamp`: goes back only while the board holds these changes; null: whatever it holds, and gives how it looked. */
  #goBack(
    board: string,
    to: number,
    wanted: Y.Doc,
    stamp: Uint8Array | null,
  ): Promise<'changed' | Uint8Array | null> {
    return this.#rooms.writeMany(board, [COMMON, CONDUCT], (docs) => {
      const common = must(docs.get(formatLayer(COMMON)), 'the common document')
      if (stamp && !Y.equalSnapshots(Y.snapshot(common), Y.decodeSnapshot(stamp))) return 'changed'
      const last = stamp ? null : sharedCopy(common)
      const now = this.#clock.now()
      restoreTo(common, wanted, now)
      writeRestored(must(docs.get(formatLayer(CONDUCT)), 'the conduct document'), { at: now, to })
      return last
    })
  }

  /** A step of history at once. Where the timer is at it in this very moment, on whatever node, its step will do. */
  async #step(board: string, restoredTo: number | null): Promise<void> {
    const take = (): Promise<void> => this.history.take(board, restoredTo)
    await take()
      .catch(take)
      .catch(() => undefined)
  }

  /**
   * Takes away every version of a board and all of its history, after something was erased from it. Comes before
   * `rooms.forget`, which empties the write-ahead log.
   */
  async drop(board: string): Promise<void> {
    await this.#tables.atomically([
      this.#tables.query.deleteFrom('versions').where('board_id', '=', board),
      ...(await this.history.emptying(board)),
    ])
  }

  /** Lets old ones go, further and further apart; what the next one tells is what changed since the one that is left. */
  async thin(board: string): Promise<void> {
    const lines = await this.#lines(board)
    const gone = new Set(toDrop(lines, this.#clock.now()))
    if (gone.size === 0) return
    await this.#remove([...gone])
    for (const [i, line] of lines.entries()) {
      const older = lines[i + 1]
      if (gone.has(line.id) || !older || !gone.has(older.id)) continue
      const left = lines.slice(i + 1).find(({ id }) => !gone.has(id))
      await this.#retell(board, line, left ?? null)
    }
  }

  /** `other`: the bytes of a version to be compared with; usually the newest one. */
  async #copy(board: string, kind: VersionRow['kind'], title: string | null, other?: Uint8Array) {
    const newest = await this.#newest(board)
    const log = await logOf(this.#rooms, board)
    const at = this.#clock.now()
    const copy: BoardCopy = await this.#aside.run('copy', { log, before: other ?? newest })
    const words =
      other === undefined ? copy.words : await this.#aside.run('tell', { older: newest, newer: copy.bytes })
    const { bytes, counts } = copy
    const id = this.#makeId()
    const row: VersionRow = {
      id,
      board_id: board,
      at,
      kind,
      title,
      words,
      ...counts,
      size: bytes.length,
      bytes,
    }
    return { row, copy, hasBefore: newest !== null }
  }

  async #newest(board: string): Promise<Uint8Array | null> {
    const row = await this.#tables.query
      .selectFrom('versions')
      .select('bytes')
      .where('board_id', '=', board)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst()
    return row?.bytes ?? null
  }

  async #retell(board: string, line: VersionLine, older: VersionLine | null): Promise<void> {
    const newer = (await this.#one(board, line.id)).bytes
    const words = await this.#aside.run('tell', {
      older: older && (await this.#one(board, older.id)).bytes,
      newer,
    })
    await this.#tables.query.updateTable('versions').set({ words }).where('id', '=', line.id).execute()
  }

  async #roomForNamed(board: string, size: number): Promise<void> {
    const named = (await this.#lines(board)).filter(({ kind }) => kind === 'named')
    const bytes = named.reduce((sum, line) => sum + line.size, size)
    if (named.length < MOST_NAMED && bytes <= MOST_NAMED_BYTES) return
    throw Problem.refused(
      'too-many-versions',
      `This board keeps ${named.length} named versions, as many as it may; all of them are safe. Take the name off one that nobody needs, then name this one.`,
    )
  }

  async #one(board: string, id: string): Promise<VersionRow> {
    const row = await this.#tables.query
      .selectFrom('versions')
      .selectAll()
      .where('board_id', '=', board)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row)
      throw new Problem('not-found', 'There is no such version of this board; it may have been thinned out.')
    return row
  }

  #lines(board: string): Promise<VersionLine[]> {
    return this.#tables.query
      .selectFrom('versions')
      .select(LINE)
      .where('board_id', '=', board)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .execute()
  }

  async #insert(row: VersionRow): Promise<void> {
    await this.#tables.query.insertInto('versions').values(row).execute()
  }

  async #remove(ids: readonly string[]): Promise<void> {
    await this.#tables.query.deleteFrom('versions').where('id', 'in', ids).execute()
  }

  async #replaceBytes(id: string, update: Uint8Array): Promise<void> {
    const bytes = await packed(update)
    await this.#tables.query
      .updateTable('versions')
      .set({ bytes, size: bytes.length })
      .where('id', '=', id)
      .execute()
  }
}

export interface VersionParts {
  readonly tables: Tables
  readonly rooms: Rooms
  readonly aside: Aside
  readonly clock: Clock
  readonly makeId: MakeId
}

function versionOf({
  id,
  at,
  kind,
  title,
  words,
  components,
  factors,
  events,
  arrows,
}: VersionLine): Version {
  return {
    id,
    at,
    kind,
    title,
    counts: { components, factors, events, arrows },
    changes: JSON.parse(words) as string[],
  }
}
