import { z } from 'zod'
import { markDeleted, unmarkDeleted } from '../document/deleted.ts'
import type { ItemId, RelationId } from '../ids.ts'
import { type CommandType, defineCommand, type Writing } from './define.ts'
import { findItem, findRelation, layerOfItem, namesIn, unknownItem, unknownRelation } from './lookup.ts'
import { ids } from './schemas.ts'

interface Marking<D extends string> {
  readonly do: D
  readonly ids: readonly string[]
}

function arrows(count: number): string {
  return count === 1 ? 'an arrow' : `${count} arrows`
}

/** Deleting marks, so that words typed meanwhile offline are not lost; compaction purges after 30 days. */
function itemMark<D extends 'remove' | 'restore'>(
  name: D,
  back: string,
  mark: (now: number) => number | null,
) {
  const schema = z.object({ do: z.literal(name), ids })
  return defineCommand<Marking<D>>({
    schema: schema as unknown as z.ZodType<Marking<D>>,
    layers: (command, at) => [...new Set(command.ids.flatMap((id) => layerOfItem(at, id) ?? []))],
    check: (command, at) => {
      const missing = command.ids.find((id) => layerOfItem(at, id) === null)
      return missing === undefined ? null : unknownItem(missing)
    },
    apply: (command, at) => {
      for (const id of command.ids) setMark(findItem(at, id), mark(at.now))
    },
    // what was so already stays so
    invert: (command, before) => {
      const was = name === 'remove' ? before.items : before.deleted
      const ids = command.ids.filter((id) => was.has(id as ItemId))
      return ids.length === 0 ? [] : [{ do: back, ids }]
    },
    describe: (command, before) =>
      `${name === 'remove' ? 'deleted' : 'brought back'} ${namesIn(before, command.ids)}`,
  })
}

function relationMark<D extends 'disconnect' | 'reconnect'>(
  name: D,
  back: string,
  mark: (now: number) => number | null,
): CommandType<Marking<D>> {
  const schema = z.object({ do: z.literal(name), ids })
  return defineCommand<Marking<D>>({
    schema: schema as unknown as z.ZodType<Marking<D>>,
    layers: (command, at) => [
      ...new Set(command.ids.flatMap((id) => findRelation(at, id)?.layer ?? at.coming.get(id) ?? [])),
    ],
    check: (command, at) => {
      const missing = command.ids.find((id) => !findRelation(at, id) && !at.coming.has(id))
      return missing === undefined ? null : unknownRelation(missing)
    },
    apply: (command, at: Writing) => {
      for (const id of command.ids) setMark(findRelation(at, id), mark(at.now))
    },
    invert: (command, before) => {
      const ids = command.ids.filter(
        (id) => before.relations.has(id as RelationId) === (name === 'disconnect'),
      )
      return ids.length === 0 ? [] : [{ do: back, ids }]
    },
    describe: (command) =>
      `${name === 'disconnect' ? 'took away' : 'brought back'} ${arrows(command.ids.length)}`,
  })
}

function setMark(found: ReturnType<typeof findItem>, mark: number | null): void {
  if (!found) return
  if (mark === null) unmarkDeleted(found.map)
  else markDeleted(found.map, mark)
}

export type Remove = Marking<'remove'>
export type Restore = Marking<'restore'>
export type Disconnect = Marking<'disconnect'>
export type Reconnect = Marking<'reconnect'>

export const remove = itemMark('remove', 'restore', (now) => now)
export const restore = itemMark('restore', 'remove', () => null)
export const disconnect = relationMark('disconnect', 'reconnect', (now) => now)
export const reconnect = relationMark('reconnect', 'disconnect', () => null)
