import {
  type BoardSnapshot,
  type Command,
  type Component,
  LIMITS,
  type RelationKind,
} from '@second-story/board'
import type { MakeId } from '@second-story/std'
import { failure, type ImportNote, type ImportResult } from '../result.ts'
import type { DraftComponent, SystemDraft } from './draft.ts'
import { knownFrom } from './known.ts'
import { placeNew } from './place-new.ts'

/** What a described system adds to a board, as one batch of commands. What an earlier import brought stays as it is. */
export function planSystem(
  format: string,
  draft: SystemDraft,
  notes: readonly ImportNote[],
  board: BoardSnapshot,
  makeId: MakeId,
): ImportResult {
  const known = knownFrom(board, format, draft.file)
  const fresh = draft.components.filter((one) => !known.has(one.key))
  const ids = new Map<string, string>([...known].map(([key, item]) => [key, item.id]))
  for (const one of fresh) ids.set(one.key, makeId())
  const placed = placeNew(draft, fresh, known, board, makeId)
  const adds = fresh.map(
    (one): Command => ({
      do: 'add',
      id: ids.get(one.key) ?? makeId(),
      type: 'component',
      layer: 'common',
      fields: fieldsOf(one, format, draft.file),
      place: placed.places.get(one.key) ?? null,
    }),
  )
  const connects = connect(draft, ids, board, makeId)
  const commands = [...placed.before, ...adds, ...connects, ...placed.after]
  if (commands.length > LIMITS.batch) {
    const words = `This would add ${commands.length} things; at most ${LIMITS.batch} can be added at once.`
    return failure('too-many', words)
  }
  const told = [...againNotes(draft, known, fresh), ...notes]
  return {
    ok: true,
    format,
    commands,
    added: { items: adds.length, relations: connects.length },
    notes: told,
  }
}

function fieldsOf(one: DraftComponent, format: string, file: string): Record<string, unknown> {
  return {
    name: one.name.slice(0, LIMITS.label),
    kind: one.kind,
    technology: one.technology.slice(0, LIMITS.label),
    criticality: one.criticality.slice(0, LIMITS.label),
    notes: one.notes,
    provenance: { format, file, key: one.key.slice(0, 200) },
  }
}

function connect(
  draft: SystemDraft,
  ids: ReadonlyMap<string, string>,
  board: BoardSnapshot,
  makeId: MakeId,
): Command[] {
  const seen = new Set([...board.relations.values()].map(({ from, to, kind }) => arrowKey(from, to, kind)))
  const out: Command[] = []
  for (const { from, to, kind, label } of draft.arrows) {
    const ends = { from: ids.get(from), to: ids.get(to) }
    if (ends.from === undefined || ends.to === undefined) continue
    const key = arrowKey(ends.from, ends.to, kind)
    if (seen.has(key)) continue
    seen.add(key)
    out.push({
      do: 'connect',
      id: makeId(),
      from: ends.from,
      to: ends.to,
      kind,
      label: label.slice(0, LIMITS.label),
    })
  }
  return out
}

function arrowKey(from: string, to: string, kind: RelationKind): string {
  return `${from} ${kind} ${to}`
}

function againNotes(
  draft: SystemDraft,
  known: ReadonlyMap<string, Component>,
  fresh: readonly DraftComponent[],
): ImportNote[] {
  const again = draft.components.length - fresh.length
  if (again === 0 || known.size === 0) return []
  const message =
    fresh.length === 0
      ? 'All of this is on the board already, from this file; components stay as they are.'
      : `${again} of ${draft.components.length} are on the board already and stay as they are; only what is new is added.`
  return [{ message }]
}
