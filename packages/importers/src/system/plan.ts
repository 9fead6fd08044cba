import { type BoardSnapshot, type Command, LIMITS } from '@second-story/board'
import type { MakeId } from '@second-story/std'
import type { ImportChange, ImportStep, Join } from '../merge/change.ts'
import { componentItem, type DraftItem, groupItem, wordsItem } from '../merge/fields.ts'
import { offerFlows } from '../merge/flows.ts'
import { alikeIn } from '../merge/match-names.ts'
import { merge, saidAtFirst } from '../merge/merge.ts'
import { takeChanges, takenAtFirst } from '../merge/take.ts'
import { failure, type ImportNote, type ImportResult } from '../result.ts'
import type { DraftArrow, DraftGroup, SystemDraft } from './draft.ts'
import { joinArrows } from './join-arrows.ts'
import { type Known, knownFrom, removedFrom, storedKey, WHOLE, withHomes, withoutKnown } from './known.ts'
import { isDrawn, placeDrawn } from './place-drawn.ts'
import { placeGrouped } from './place-grouped.ts'
import { type Placed, placeNew } from './place-new.ts'

/** More than a map can show; the largest real files have a few hundred. */
export const MOST_COMPONENTS = 1_500

export interface PlanAsked {
  readonly format: string
  /** the names of all files that it was read from, the first first */
  readonly files: readonly string[]
  readonly draft: SystemDraft
  readonly notes: readonly ImportNote[]
  /** the file saw the system at work (a trace): what is drawn and not in it is worth saying */
  readonly isObserved: boolean
  /** which things of one name are one thing; unless told, all that was observed and nothing else */
  readonly join?: Join | undefined
  readonly board: BoardSnapshot
  readonly makeId: MakeId
}

/** What a described system changes on a board, as one batch of commands, and as changes that can be taken one by one. */
export function planSystem(asked: PlanAsked): ImportResult {
  const { format, files, notes, isObserved, board, makeId } = asked
  const { components, groups: inner = [], words: others = [] } = asked.draft
  const count = components.length + inner.length + others.length
  if (count > MOST_COMPONENTS) {
    const words = `This file describes ${count} things; at most ${MOST_COMPONENTS} can be imported at once.`
    return failure('too-many', words)
  }
  const draft = withUniqueKeys(asked.draft)
  const brought = knownFrom(board, format, files)
  const own = withHomes(draft, withoutFlows(brought), board)
  const alike = alikeIn(draft, own, board, asked.join ?? (isObserved ? 'all' : 'none'))
  const known = withJoined(own, alike, board)
  const fresh = withoutKnown(draft, known)
  const ids = idsFor(draft, fresh, known, makeId)
  const placed = placeAll(draft, fresh, own, format, board, ids, makeId)
  const arrows = joinArrows(draft.arrows)
  const coming = comingItems({ ...asked, draft }, fresh, ids, placed, arrows)
  const items = [
    ...(draft.groups ?? []).map(groupItem),
    ...draft.components.map(componentItem),
    ...(draft.words ?? []).map(wordsItem),
  ]
  const asks = { board, format, file: draft.file, files, items, arrows, ids, own, known, isObserved, makeId }
  const merged = merge(asks)
  const flows = offerFlows({
    board,
    format,
    file: draft.file,
    flows: draft.flows ?? [],
    ids,
    own: brought,
    removed: removedFrom(board, format, files),
    steps: merged.steps,
    makeId,
  })
  const changes = [...coming.changes, ...merged.changes, ...flows.changes]
  const steps: ImportStep[] = [
    ...placed.before.map((command) => ({ command })),
    ...coming.steps,
    ...merged.steps,
    ...flows.steps,
    ...placed.after.map((command) => ({ command })),
  ]
  if (steps.length > LIMITS.batch) {
    const words = `This would add ${steps.length} things; at most ${LIMITS.batch} can be added at once.`
    return failure('too-many', words)
  }
  const commands = takeChanges(steps, takenAtFirst(changes))
  const told = [...againNotes(draft, own, changes), ...notes]
  return { ok: true, format, commands, changes, steps, alike, added: countAdded(changes), notes: told }
}

/** What a plan adds: things and arrows, not the boundaries round them, nor the flows along them. */
function countAdded(changes: readonly ImportChange[]): { items: number; relations: number } {
  const taken = changes.filter((one) => one.taken)
  const isGround = ({ type }: ImportChange): boolean =>
    type === 'boundary' || type === 'frame' || type === 'flow'
  return {
    items: taken.filter((one) => one.does === 'add' && !isGround(one)).length,
    relations: taken.filter((one) => one.does === 'connect').length,
  }
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

/** Flows are not things of the system: they lie nowhere, and what a trace saw last does not make an earlier one gone. */
function withoutFlows(known: Known): Known {
  return new Map([...known].filter(([, item]) => item.type !== 'flow'))
}

function withJoined(
  own: Known,
  alike: readonly { readonly key: string; readonly item: string; readonly joined: boolean }[],
  board: BoardSnapshot,
): Known {
  const out = new Map(own)
  for (const { key, item: id, joined } of alike) {
    const item = board.items.get(id as never)
    if (joined && item) out.set(storedKey(key), item)
  }
  return out
}

/** The things that the board has not. Those that people removed here are offered, and not taken. */
function comingItems(
  { format, draft, board, files }: PlanAsked,
  fresh: Required<SystemDraft>,
  ids: ReadonlyMap<string, string>,
  placed: Placed,
  arrows: readonly DraftArrow[],
): { readonly changes: ImportChange[]; readonly steps: ImportStep[] } {
  const removed = removedFrom(board, format, files)
  const outgoing = new Map<string, DraftArrow[]>()
  for (const arrow of arrows) outgoing.set(arrow.from, [...(outgoing.get(arrow.from) ?? []), arrow])
  const changes: ImportChange[] = []
  const steps: ImportStep[] = []
  const items = [
    ...outsideIn(fresh.groups).map(groupItem),
    ...fresh.components.map(componentItem),
    ...fresh.words.map(wordsItem),
  ]
  for (const one of items) {
    const key = storedKey(one.key)
    const isRemoved = removed.has(key)
    const id = `add ${key}`
    const { type, kind, name } = one
    const why = isRemoved ? 'removed-here' : 'new'
    changes.push({ id, does: 'add', type, kind, name, why, taken: !isRemoved })
    const provenance = {
      format,
      file: one.file ?? draft.file,
      key,
      said: saidAtFirst(one, outgoing.get(one.key) ?? []),
    }
    const fields = { ...one.fields, provenance }
    const place = placed.places.get(one.key) ?? null
    steps.push({ command: addCommand(one, ids.get(one.key) ?? '', fields, place), change: id })
  }
  return { changes, steps }
}

function addCommand(
  { type }: DraftItem,
  id: string,
  fields: Record<string, unknown>,
  place: (Command & { do: 'add' })['place'],
): Command {
  return { do: 'add', id, type, layer: 'common', fields, place }
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

function againNotes(draft: SystemDraft, own: Known, changes: readonly ImportChange[]): ImportNote[] {
  const again = draft.components.filter((one) => own.has(storedKey(one.key))).length
  if (again === 0 || own.size === 0) return []
  const taken = changes.some((one) => one.taken)
  const message = taken
    ? `${again} of ${draft.components.length} are on the board already and stay where they are.`
    : 'All of this is on the board already, from this file; components stay as they are.'
  return [{ message }]
}
