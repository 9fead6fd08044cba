import { type BoardSnapshot, type Command, LIMITS, type RelationKind } from '@second-story/board'
import type { MakeId } from '@second-story/std'
import { failure, type ImportNote, type ImportResult } from '../result.ts'
import type { DraftComponent, DraftGroup, DraftWords, SystemDraft } from './draft.ts'
import { joinArrows } from './join-arrows.ts'
import { type Known, knownFrom, storedKey, WHOLE, withoutKnown } from './known.ts'
import { isDrawn, placeDrawn } from './place-drawn.ts'
import { placeGrouped } from './place-grouped.ts'
import { type Placed, placeNew } from './place-new.ts'

/** More than a map can show; the largest real files have a few hundred. */
export const MOST_COMPONENTS = 1_500

/** What a described system adds to a board, as one batch of commands. What an earlier import brought stays as it is. */
export function planSystem(
  format: string,
  described: SystemDraft,
  notes: readonly ImportNote[],
  board: BoardSnapshot,
  makeId: MakeId,
): ImportResult {
  const { components, groups: inner = [], words: others = [] } = described
  const count = components.length + inner.length + others.length
  if (count > MOST_COMPONENTS) {
    const words = `This file describes ${count} things; at most ${MOST_COMPONENTS} can be imported at once.`
    return failure('too-many', words)
  }
  const draft = withUniqueKeys(described)
  const known = knownFrom(board, format, draft.file)
  const fresh = withoutKnown(draft, known)
  const ids = idsFor(draft, fresh, known, makeId)
  const placed = placeAll(draft, fresh, known, format, board, ids, makeId)
  const add = (one: { readonly key: string }, type: string, fields: Record<string, unknown>): Command =>
    ({
      do: 'add',
      id: ids.get(one.key) ?? makeId(),
      type,
      layer: 'common',
      fields: { ...fields, provenance: { format, file: draft.file, key: storedKey(one.key) } },
      place: placed.places.get(one.key) ?? null,
    }) as Command
  const items = [
    ...fresh.components.map((one) => add(one, 'component', componentFields(one))),
    ...fresh.words.map((one) => add(one, one.type, wordsFields(one))),
  ]
  const groups = outsideIn(fresh.groups).map((one) =>
    add(one, one.kind === 'frame' ? 'frame' : 'boundary', groupFields(one)),
  )
  const connects = connect(draft, ids, board, makeId)
  const commands = [...placed.before, ...groups, ...items, ...connects, ...placed.after]
  if (commands.length > LIMITS.batch) {
    const words = `This would add ${commands.length} things; at most ${LIMITS.batch} can be added at once.`
    return failure('too-many', words)
  }
  const added = { items: items.length, relations: connects.length }
  return { ok: true, format, commands, added, notes: [...againNotes(draft, known, fresh), ...notes] }
}

/** Hostile names can make two things of one key: the first stays. */
function withUniqueKeys(draft: SystemDraft): SystemDraft {
  const seen = new Set<string>()
  const isFirst = ({ key }: { readonly key: string }): boolean => {
    const stored = storedKey(key)
    if (seen.has(stored) || stored === WHOLE) return false
    seen.add(stored)
    return true
  }
  const groups = (draft.groups ?? []).filter(isFirst)
  const components = draft.components.filter(isFirst)
  return { ...draft, groups, components, words: (draft.words ?? []).filter(isFirst) }
}

function placeAll(
  draft: SystemDraft,
  fresh: Required<SystemDraft>,
  known: Known,
  format: string,
  board: BoardSnapshot,
  ids: ReadonlyMap<string, string>,
  makeId: MakeId,
): Placed {
  if (isDrawn(draft)) return placeDrawn(draft, fresh, known, board, ids)
  if ((draft.groups?.length ?? 0) + (draft.words?.length ?? 0) > 0)
    return placeGrouped(draft, fresh, known, format, board, ids, makeId)
  return placeNew(draft, fresh.components, known, format, board, makeId)
}

function idsFor(
  draft: SystemDraft,
  fresh: Required<SystemDraft>,
  known: Known,
  makeId: MakeId,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const { key } of [...draft.components, ...(draft.groups ?? []), ...(draft.words ?? [])]) {
    const item = known.get(storedKey(key))
    if (item) ids.set(key, item.id)
  }
  for (const { key } of [...fresh.components, ...fresh.groups, ...fresh.words]) ids.set(key, makeId())
  return ids
}

function componentFields(one: DraftComponent): Record<string, unknown> {
  return {
    name: one.name.slice(0, LIMITS.label),
    kind: one.kind,
    technology: one.technology.slice(0, LIMITS.label),
    criticality: one.criticality.slice(0, LIMITS.label),
    notes: one.notes.slice(0, LIMITS.text),
  }
}

function groupFields(one: DraftGroup): Record<string, unknown> {
  const name = one.name.slice(0, LIMITS.label)
  return one.kind === 'frame' ? { name } : { name, kind: one.kind }
}

function wordsFields(one: DraftWords): Record<string, unknown> {
  return { text: one.text.slice(0, LIMITS.text) }
}

/** A group is made before what lies in it. */
function outsideIn(groups: readonly DraftGroup[]): DraftGroup[] {
  const byKey = new Map(groups.map((one) => [one.key, one]))
  const done = new Set<DraftGroup>()
  for (const one of groups) {
    const path: DraftGroup[] = []
    for (
      let at: DraftGroup | undefined = one;
      at && !done.has(at) && !path.includes(at);
      at = at.group === null ? undefined : byKey.get(at.group)
    )
      path.push(at)
    for (const group of path.reverse()) done.add(group)
  }
  return [...done]
}

function connect(
  draft: SystemDraft,
  ids: ReadonlyMap<string, string>,
  board: BoardSnapshot,
  makeId: MakeId,
): Command[] {
  const seen = new Set([...board.relations.values()].map(({ from, to, kind }) => arrowKey(from, to, kind)))
  const out: Command[] = []
  for (const { from, to, kind, label } of joinArrows(draft.arrows)) {
    const ends = { from: ids.get(from), to: ids.get(to) }
    if (ends.from === undefined || ends.to === undefined) continue
    const key = arrowKey(ends.from, ends.to, kind)
    if (seen.has(key)) continue
    seen.add(key)
    out.push({ do: 'connect', id: makeId(), from: ends.from, to: ends.to, kind, label })
  }
  return out
}

function arrowKey(from: string, to: string, kind: RelationKind): string {
  return `${from} ${kind} ${to}`
}

function againNotes(draft: SystemDraft, known: Known, fresh: SystemDraft): ImportNote[] {
  const again = draft.components.length - fresh.components.length
  if (again === 0 || known.size === 0) return []
  const message =
    fresh.components.length === 0
      ? 'All of this is on the board already, from this file; components stay as they are.'
      : `${again} of ${draft.components.length} are on the board already and stay as they are; only what is new is added.`
  return [{ message }]
}
