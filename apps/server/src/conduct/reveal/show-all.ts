import {
  apply,
  type Command,
  type Item,
  itemMap,
  itemsOf,
  itemType,
  placesOf,
  type Round,
  read,
  readConduct,
  relationsOf,
  writeConduct,
} from '@second-story/board'
import { type MakeId, type Random, shuffled } from '@second-story/std'
import type * as Y from 'yjs'
import { openSpace } from './open-space.ts'
import { type PrivateRelation, type WrittenAlone, writtenAlone } from './written-alone.ts'

export interface ShowAll {
  readonly common: Y.Doc
  readonly conduct: Y.Doc
  /** everybody's private documents */
  readonly own: readonly Y.Doc[]
}

export interface Shown {
  readonly round: Round
  /** ids on the board; none when the round had been shown before */
  readonly ids: readonly string[]
  readonly isNew: boolean
}

interface Outside {
  readonly now: number
  readonly makeId: MakeId
  readonly random: Random
}

/**
 * Shows what was written in a round: copies it by value into `common` and marks the round shown, in the one transaction that
 * the caller holds, so that a crash leaves all of it done or nothing. A round that is shown already gives nothing: what arrives
 * later stays its writer's.
 *
 * Anonymous: in random order, under new ids (also of what lies inside an item), and the originals leave the private documents.
 * By name: under the same ids, and the originals are marked. An item that the board's own rules refuse stays private.
 */
export function showAll(docs: ShowAll, roundId: string, outside: Outside): Shown | null {
  const round = readConduct(docs.conduct.getMap('meta')).rounds.find(({ id }) => id === roundId)
  if (!round) return null
  if (round.state === 'shown') return { round, ids: [], isNew: false }
  const written = docs.own.map((own) => writtenAlone(own, roundId))
  const newIds = copyItems(docs.common, written, round, outside)
  copyRelations(docs.common, written, newIds, round, outside)
  for (const [i, own] of docs.own.entries()) settle(own, written[i], newIds, round)
  const shown: Round = { ...round, state: 'shown', endsAt: Math.min(round.endsAt, outside.now) }
  const { timer } = readConduct(docs.conduct.getMap('meta'))
  writeConduct(docs.conduct, {
    rounds: [shown],
    ...(timer?.startedAt === round.startedAt ? { timer: null } : {}),
  })
  return { round: shown, ids: [...newIds.values()], isNew: true }
}

/** Old id -> id on the board, for those that were taken. */
function copyItems(
  common: Y.Doc,
  written: readonly WrittenAlone[],
  round: Round,
  { now, makeId, random }: Outside,
): Map<string, string> {
  const items = shuffled(
    written.flatMap((one) => one.items),
    random,
  )
  const places = openSpace(read(new Map([['common', common]])), items.map(sizeOf))
  const newIds = new Map<string, string>()
  for (const [i, item] of items.entries()) {
    const id = round.anonymous ? makeId() : item.id
    const commands = asCommands(item, id, places[i] ?? null, round, makeId)
    if (apply(new Map([['common', common]]), commands, { now, origin: 'hand' }).ok) newIds.set(item.id, id)
  }
  return newIds
}

function sizeOf(item: Item): { w: number; h: number } {
  if (item.type === 'plain') return { w: 0, h: 0 }
  return itemType(item.type).size
}

function asCommands(
  item: Item,
  id: string,
  place: Extract<Command, { do: 'add' }>['place'],
  round: Round,
  makeId: MakeId,
): Command[] {
  if (item.type === 'plain') return []
  const values = item as unknown as Readonly<Record<string, unknown>>
  const fields: Record<string, unknown> = { round: round.id }
  for (const [key, field] of Object.entries(itemType(item.type).fields)) {
    fields[key] = field.storage === 'bag' && round.anonymous ? renamed(values[key], makeId) : values[key]
  }
  const tags = item.tags.map(
    (tag): Command => ({ do: 'put', id, field: 'tags', entry: makeId(), value: tag }),
  )
  return [{ do: 'add', id, type: item.type, layer: 'common', fields, place }, ...tags]
}

/** The entries of a list under new ids: an id is a trace too. */
function renamed(entries: unknown, makeId: MakeId): unknown {
  return Array.isArray(entries) ? entries.map((entry: object) => ({ ...entry, id: makeId() })) : entries
}

/** Arrows and chips whose two ends are everybody's now. */
function copyRelations(
  common: Y.Doc,
  written: readonly WrittenAlone[],
  newIds: ReadonlyMap<string, string>,
  round: Round,
  { now, makeId, random }: Outside,
): void {
  const relations = shuffled(
    written.flatMap((one) => one.relations),
    random,
  )
  const endOf = (id: string): string | null => newIds.get(id) ?? (itemMap(common, id) ? id : null)
  for (const relation of relations) {
    const [from, to] = [endOf(relation.from), endOf(relation.to)]
    if (!from || !to) continue
    const id = round.anonymous ? makeId() : relation.id
    const connect: Command = {
      do: 'connect',
      id,
      from,
      to,
      kind: relation.kind,
      label: relation.label,
      layer: 'common',
    }
    apply(new Map([['common', common]]), [connect], { now, origin: 'hand' })
  }
}

/** What becomes of the originals in one person's document. */
function settle(
  own: Y.Doc,
  written: WrittenAlone | undefined,
  newIds: ReadonlyMap<string, string>,
  round: Round,
): void {
  const shown = (written?.items ?? []).filter(({ id }) => newIds.has(id))
  if (!round.anonymous) {
    for (const { id } of shown) itemMap(own, id)?.set('revealed', newIds.get(id))
    return
  }
  for (const { id } of shown) {
    itemsOf(own).delete(id)
    placesOf(own).delete(id)
  }
  const touches = (relation: PrivateRelation): boolean => newIds.has(relation.from) || newIds.has(relation.to)
  for (const relation of (written?.relations ?? []).filter(touches)) relationsOf(own).delete(relation.id)
}
