import {
  apply,
  type BoardKind,
  batches,
  type Command,
  type Comment,
  type Instructions,
  putComment,
  templateFor,
  type Vote,
  writeConduct,
} from '@second-story/board'
import {
  type Board,
  type CreateBoardBody,
  formatLayer,
  isRole,
  type Role,
  TITLE_LIMIT,
} from '@second-story/protocol'
import { type Clock, type MakeId, must } from '@second-story/std'
import { Problem } from '../http/problem.ts'
import { Images } from '../images/images.ts'
import { picturesOf, renamedPictures } from '../images/named.ts'
import type { Aside } from '../off-thread/aside.ts'
import type { Parts } from '../parts.ts'
import { Caps } from '../policy/caps.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { BoardRow } from '../storage/schema.ts'
import type { Tables } from '../storage/tables.ts'
import { type BoardAccess, roleFrom } from './board-access.ts'
import { BoardReader } from './board-reader.ts'
import type { Take } from './system-of.ts'

/** How long a deleted board can be brought back. */
export const KEPT_MS = 30 * 24 * 60 * 60_000

/** When a board that is being purged was deleted. */
const LONG_AGO = 0

/** A board with the caller's role on it. */
export interface Held {
  readonly row: BoardRow
  readonly team: string
  readonly role: Role
}

/** What making a board takes, whatever it begins with. */
type BoardToMake = Pick<CreateBoardBody, 'kind' | 'title' | 'team' | 'zone' | 'asTemplate'> & {
  readonly instructions?: Instructions
  /** what people said beside it, where a file held it */
  readonly comments?: readonly Comment[]
  /** and votes that were over */
  readonly votes?: readonly Vote[]
}

const COMMON = { kind: 'common' } as const
const CONDUCT = { kind: 'conduct' } as const

/** Makes, lists, changes, deletes and restores boards. */
export class Boards {
  readonly #tables: Tables
  readonly #rooms: Rooms
  readonly #clock: Clock
  readonly #makeId: MakeId
  readonly #aside: Aside
  readonly #access: BoardAccess
  readonly #reader: BoardReader
  readonly #caps: Caps
  readonly #images: Images

  constructor(parts: Parts, access: BoardAccess) {
    const { tables, rooms, aside, clock, makeId } = parts
    this.#tables = tables
    this.#rooms = rooms
    this.#clock = clock
    this.#makeId = makeId
    this.#aside = aside
    this.#access = access
    this.#reader = new BoardReader(rooms)
    this.#caps = new Caps(tables)
    this.#images = new Images(parts)
  }

  /** Makes a board with its template, and what it takes from another one. */
  async make(body: CreateBoardBody, account: string): Promise<Held> {
    const from = body.template ?? body.from
    if (from === undefined) return this.#make(body, [], account)
    const take = body.template === undefined ? (body.take ?? 'system') : 'all'
    const { commands, instructions } = await this.#takenFrom(from, take, account)
    const held = await this.#make({ ...body, instructions }, commands, account)
    await this.#images.share(held.row.id, await this.#images.inCommon(from, picturesOf(commands)), COMMON)
    return held
  }

  /** Makes a board of what a file held. */
  async makeFrom(
    file: BoardToMake & {
      readonly commands: readonly Command[]
      /** by the names that the commands have for them */
      readonly pictures: ReadonlyMap<string, Uint8Array>
    },
    account: string,
  ): Promise<Held> {
    const title = file.title.trim().slice(0, TITLE_LIMIT) || 'A board from a file'
    const names = await this.#images.keepAll(file.pictures, picturesOf(file.commands))
    const commands = renamedPictures(file.commands, names)
    const held = await this.#make(
      { ...file, title, zone: isZone(file.zone) ? file.zone : 'UTC' },
      commands,
      account,
    )
    await this.#images.share(held.row.id, [...names.values()], COMMON)
    return held
  }

  /**
   * In one go, the caller as its owner. The documents are written before the row: a board that people can find is always
   * whole.
   */
  async #make(body: BoardToMake, commands: readonly Command[], account: string): Promise<Held> {
    const team = await this.#teamFor(body.team, account)
    await this.#caps.forBoard(team.id, account, this.#clock.now())
    const id = this.#makeId()
    const template = templateFor(body.kind, body.title, zoneOr(body.zone, 'UTC'))
    const now = this.#clock.now()
    await this.#rooms.writeMany(id, [COMMON, CONDUCT], (docs) => {
      const common = must(docs.get(formatLayer(COMMON)), 'the common document')
      for (const batch of batches([...template.commands, ...commands])) {
        const applied = apply(new Map([['common', common]]), batch, { now, origin: 'hand' })
        if (!applied.ok)
          throw Problem.refused(applied.refusal.id, applied.refusal.message, { index: applied.index })
      }
      const conduct = {
        ...template.conduct,
        instructions: body.instructions ?? {},
        votes: body.votes ?? [],
      }
      const conductDoc = must(docs.get(formatLayer(CONDUCT)), 'the conduct document')
      writeConduct(conductDoc, conduct)
      for (const comment of body.comments ?? []) putComment(conductDoc, comment)
    })
    const row: BoardRow = {
      id,
      team_id: team.id,
      kind: body.kind,
      title: body.title,
      stage: template.conduct.stage ?? null,
      created_at: now,
      updated_at: now,
      deleted_at: null,
      counted_head: 0,
      components: 0,
      factors: 0,
      events: 0,
      sensitive: 0,
      template: body.asTemplate ? 1 : 0,
    }
    const { query } = this.#tables
    await this.#tables.atomically([
      query.insertInto('boards').values(row),
      query
        .insertInto('board_members')
        .values({ board_id: id, account_id: account, role: 'owner', changed_at: now }),
    ])
    return { row, team: team.title, role: 'owner' }
  }

  async #teamFor(asked: string | undefined, account: string): Promise<{ id: string; title: string }> {
    const found = await this.#tables.query
      .selectFrom('teams')
      .innerJoin('team_members', 'team_members.team_id', 'teams.id')
      .select(['teams.id', 'teams.title'])
      .where('team_members.account_id', '=', account)
      .where((is) =>
        asked === undefined ? is('teams.personal_of', '=', account) : is('teams.id', '=', asked),
      )
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', 'There is no such team.')
    return found
  }

  /** What to take over of another board: only where the caller may read it, and only what is common. */
  async #takenFrom(from: string, take: Take, account: string) {
    const found = await this.#access.find(from, account)
    if (!found?.role || found.board.deleted_at !== null) throw new Problem('no-board')
    const { layers } = await this.#reader.inCommon(from)
    return this.#aside.run('system', { from, layers, take })
  }

  /** The boards that this account may open, and those of its own that can be brought back; newest change first. */
  async of(account: string): Promise<Held[]> {
    const rows = await this.#tables.query
      .selectFrom('boards')
      .innerJoin('teams', 'teams.id', 'boards.team_id')
      .leftJoin('board_members', (join) =>
        join.onRef('board_members.board_id', '=', 'boards.id').on('board_members.account_id', '=', account),
      )
      .leftJoin('team_members', (join) =>
        join.onRef('team_members.team_id', '=', 'boards.team_id').on('team_members.account_id', '=', account),
      )
      .selectAll('boards')
      .select(['teams.title as team', 'board_members.role as named', 'team_members.role as in_team'])
      .where((or) =>
        or.or([or('board_members.role', 'is not', null), or('team_members.role', 'is not', null)]),
      )
      .orderBy('boards.updated_at', 'desc')
      .execute()
    return rows.flatMap(({ team, named, in_team, ...row }) => {
      const role = roleFrom(named, in_team !== null, row)
      return isRole(role) ? [{ row, team, role }] : []
    })
  }

  async one(row: BoardRow, role: Role): Promise<Held> {
    const team = await this.#tables.query
      .selectFrom('teams')
      .select('title')
      .where('id', '=', row.team_id)
      .executeTakeFirst()
    return { row, team: team?.title ?? '', role }
  }

  /** Writes the title where it counts: the table, and what everybody who has the board open hears. */
  async rename(id: string, title: string): Promise<void> {
    await this.#tables.query
      .updateTable('boards')
      .set({ title, updated_at: this.#clock.now() })
      .where('id', '=', id)
      .execute()
    await this.#rooms.write(id, CONDUCT, (doc) => writeConduct(doc, { title }))
  }

  /** Says whether browsers may keep a copy of it; those that do let go of it when they hear so, at the latest when they open it next. */
  async setSensitive(id: string, isSensitive: boolean): Promise<void> {
    await this.#tables.query
      .updateTable('boards')
      .set({ sensitive: isSensitive ? 1 : 0 })
      .where('id', '=', id)
      .execute()
    await this.#rooms.write(id, CONDUCT, (doc) => writeConduct(doc, { sensitive: isSensitive }))
  }

  async remove(id: string): Promise<void> {
    await this.#tables.query
      .updateTable('boards')
      .set({ deleted_at: this.#clock.now() })
      .where('id', '=', id)
      .execute()
    await this.#rooms.accessChanged(id)
  }

  async restore(row: BoardRow): Promise<void> {
    if (row.deleted_at === null) throw new Problem('no-board')
    // in one breath with looking: `purge` may have begun with it
    const { numUpdatedRows } = await this.#tables.query
      .updateTable('boards')
      .set({ deleted_at: null })
      .where('id', '=', row.id)
      .where('deleted_at', '>', this.#clock.now() - KEPT_MS)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Problem('no-board')
    await this.#rooms.accessChanged(row.id)
  }

  /** Removes for good what was deleted longer ago than it is kept. */
  async purge(): Promise<void> {
    const over = this.#clock.now() - KEPT_MS
    const old = await this.#tables.query
      .selectFrom('boards')
      .select('id')
      .where('deleted_at', '<=', over)
      .execute()
    for (const { id } of old) {
      // from here on nobody brings it back, however the clocks of other nodes stand; one that somebody did is left alone
      const { numUpdatedRows } = await this.#tables.query
        .updateTable('boards')
        .set({ deleted_at: LONG_AGO })
        .where('id', '=', id)
        .where('deleted_at', '<=', over)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) continue
      // first: with the layers the rooms empty the write-ahead log, of this too
      for (const table of ['versions', 'history_steps', 'image_layers', 'vote_dots', 'votes'] as const)
        await this.#tables.query.deleteFrom(table).where('board_id', '=', id).execute()
      await this.#images.dropUnheld()
      await this.#rooms.removeBoard(id)
      await this.#tables.query.deleteFrom('boards').where('id', '=', id).execute()
    }
  }
}

export function boardOf({ row, team, role }: Held): Board {
  return {
    id: row.id,
    title: row.title,
    kind: row.kind as BoardKind,
    stage: row.stage,
    team: { id: row.team_id, title: team },
    role,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
    sensitive: row.sensitive === 1,
    template: row.template === 1,
  }
}

/** The zone if this machine knows it. */
export function zoneOr(zone: string | undefined, fallback: string): string {
  if (zone === undefined) return fallback
  if (isZone(zone)) return zone
  throw new Problem('bad-value', `“${zone}” is not a time zone.`)
}

function isZone(zone: string | undefined): zone is string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone !== undefined
  } catch {
    return false
  }
}
