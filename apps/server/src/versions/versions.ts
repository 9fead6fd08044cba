import {
  type BoardSnapshot,
  changesInWords,
  documentOf,
  type LayerName,
  printsOf,
  read,
  restoreTo,
  samePrints,
  sharedCopy,
  writeRestored,
} from '@second-story/board'
import { formatLayer, type Version } from '@second-story/protocol'
import { type Clock, type MakeId, must } from '@second-story/std'
import type * as Y from 'yjs'
import { Problem } from '../http/problem.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { VersionRow } from '../storage/schema.ts'
import type { Tables } from '../storage/tables.ts'
import { BoardHistory } from './history.ts'
import { packed, unpacked } from './packed.ts'
import { toDrop } from './thinning.ts'

const COMMON = { kind: 'common' } as const
const CONDUCT = { kind: 'conduct' } as const

/** Named versions of a board, and all the bytes of them. */
export const MOST_NAMED = 50
const MOST_NAMED_BYTES = 64 * 1024 * 1024

/** Phrases kept of what changed. */
const MOST_PHRASES = 12

/** How often a restore begins again because the board changed while it was kept. */
const MOST_TRIES = 5

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
  readonly #clock: Clock
  readonly #makeId: MakeId

  constructor({ tables, rooms, clock, makeId, stopwatch }: VersionParts) {
    this.#tables = tables
    this.#rooms = rooms
    this.#clock = clock
    this.#makeId = makeId
    this.history = new BoardHistory(tables, rooms, clock, stopwatch)
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
    const row = (await this.#copy(board, 'named', title)).row
    await this.#roomForNamed(board, row.size)
    await this.#insert(row)
    await this.#step(board, null)
    return versionOf(row)
  }

  /** Keeps the board as it is now, unless the newest version shows just that; then thins out the old ones. */
  async keepAutomatic(board: string): Promise<void> {
    const { row, doc, before, now } = await this.#copy(board, 'auto', null)
    const isNews = before ? !samePrints(printsOf(before), printsOf(doc)) : now.items.size > 0
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
    const wanted = documentOf(await unpacked(version.bytes))
    for (let left = MOST_TRIES - 1; ; left--) {
      const { row, doc } = await this.#copy(board, 'before-restore', null)
      if (samePrints(printsOf(doc), printsOf(wanted))) return null
      await this.#insert(row)
      const last = await this.#goBack(board, version.at, wanted, left > 0 ? doc : null)
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

  /** `kept`: goes back only while the board looks like this; null: whatever it looks like, and gives what that was. */
  #goBack(
    board: string,
    to: number,
    wanted: Y.Doc,
    kept: Y.Doc | null,
  ): Promise<'changed' | Uint8Array | null> {
    return this.#rooms.writeMany(board, [COMMON, CONDUCT], (docs) => {
      const common = must(docs.get(formatLayer(COMMON)), 'the common document')
      if (kept && !samePrints(printsOf(common), printsOf(kept))) return 'changed'
      const last = kept ? null : sharedCopy(common)
      const now = this.#clock.now()
      restoreTo(common, wanted, now)
      writeRestored(must(docs.get(formatLayer(CONDUCT)), 'the conduct document'), { at: now, to })
      return last
    })
  }

  /** A step of history at once. Where the timer is at it in this very moment, on whatever node, its step will do. */
  async #step(board: string, restoredTo: number | null): Promise<void> {
    const take = async (): Promise<unknown> => this.history.take(board, await this.headOf(board), restoredTo)
    await take()
      .catch(take)
      .catch(() => undefined)
  }

  /** Takes away every version of a board and all of its history: after something was erased from it. */
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

  /** Head of `common` as it is on disk. */
  async headOf(board: string): Promise<number> {
    const row = await this.#tables.query
      .selectFrom('layers')
      .select('head')
      .where('board', '=', board)
      .where('layer', '=', formatLayer(COMMON))
      .executeTakeFirst()
    return row?.head ?? 0
  }

  async #copy(board: string, kind: VersionRow['kind'], title: string | null) {
    const update = await this.#rooms.read(board, COMMON, sharedCopy)
    const doc = documentOf(update)
    const before = await this.#newest(board)
    const now = boardOf(doc)
    const bytes = await packed(update)
    const row: VersionRow = {
      id: this.#makeId(),
      board_id: board,
      at: this.#clock.now(),
      kind,
      title,
      words: wordsBetween(before ? boardOf(before) : null, now),
      ...countsOf(now),
      size: bytes.length,
      bytes,
    }
    return { row, doc, before, now }
  }

  async #newest(board: string): Promise<Y.Doc | null> {
    const row = await this.#tables.query
      .selectFrom('versions')
      .select('bytes')
      .where('board_id', '=', board)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst()
    return row ? documentOf(await unpacked(row.bytes)) : null
  }

  async #retell(board: string, line: VersionLine, older: VersionLine | null): Promise<void> {
    const boardAt = async (id: string): Promise<BoardSnapshot> =>
      boardOf(documentOf(await unpacked((await this.#one(board, id)).bytes)))
    const words = wordsBetween(older ? await boardAt(older.id) : null, await boardAt(line.id))
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
    const change = { bytes, size: bytes.length, ...countsOf(boardOf(documentOf(update))) }
    await this.#tables.query.updateTable('versions').set(change).where('id', '=', id).execute()
  }
}

export interface VersionParts {
  readonly tables: Tables
  readonly rooms: Rooms
  readonly clock: Clock
  readonly makeId: MakeId
  /** ms; measures how long looking at a board takes */
  readonly stopwatch?: () => number
}

function boardOf(common: Y.Doc): BoardSnapshot {
  return read(new Map<LayerName, Y.Doc>([['common', common]]))
}

function wordsBetween(before: BoardSnapshot | null, after: BoardSnapshot): string {
  return JSON.stringify(before ? changesInWords(before, after).slice(0, MOST_PHRASES) : [])
}

function countsOf(board: BoardSnapshot): Pick<VersionRow, 'components' | 'factors' | 'events' | 'arrows'> {
  const counts = { components: 0, factors: 0, events: 0, arrows: board.relations.size }
  for (const { type } of board.items.values()) {
    if (type === 'component') counts.components++
    else if (type === 'factor') counts.factors++
    else if (type === 'event') counts.events++
  }
  return counts
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
