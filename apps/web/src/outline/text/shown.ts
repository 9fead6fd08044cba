import type { BoardKind, ItemTypeName } from '@second-story/board'
import { haystackOf, plainWords } from '../find-items.ts'
import { countOf, groupsOf, type OutlineGroup, type OutlineLine, type Spot, sameSpot } from './outline.ts'

const REVIEW = new Set([
  'system',
  'events',
  'part-came-together',
  'part-harder',
  'part-background',
  'helped',
  'questions',
])
const SKETCH = new Set(['system', 'notes', 'questions'])

/**
 * The headings worth showing: those that have lines, and for somebody who may write also those that such a board is
 * made for, or that they are writing under just now.
 */
export function shownGroups(
  groups: readonly OutlineGroup[],
  {
    kind,
    writes,
    drafting,
  }: { readonly kind: BoardKind; readonly writes: boolean; readonly drafting: Spot | null },
): readonly OutlineGroup[] {
  const usual = kind === 'incident-review' ? REVIEW : SKETCH
  return groups.flatMap((group) => {
    const inner = group.holder ? group.groups : shownGroups(group.groups, { kind, writes, drafting })
    const isWanted = writes && (usual.has(keyOf(group)) || isHere(group.spot, drafting))
    const isShown = group.holder !== null || countOf(group) > 0 || isWanted || inner.length > 0
    return isShown ? [inner === group.groups ? group : { ...group, groups: inner }] : []
  })
}

const keyOf = ({ key }: OutlineGroup): string => (key === 'part-helped' ? 'helped' : key)

function isHere(spot: Spot | null, drafting: Spot | null): boolean {
  return drafting !== null && spot !== null && sameSpot(spot, drafting)
}

/** Kinds that have no heading yet: one begins with its first line. */
export function othersToBegin(shown: readonly OutlineGroup[]): readonly ItemTypeName[] {
  const there = new Set(groupsOf(shown).map((group) => group.spot?.type))
  return (['note', 'question', 'event', 'factor', 'insight', 'frame'] as const).filter(
    (type) => !there.has(type),
  )
}

/** Only the lines that have every word typed, under their headings; a heading that has them keeps all its lines. */
export function filtered(groups: readonly OutlineGroup[], typed: string): readonly OutlineGroup[] {
  const wanted = plainWords(typed).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return groups
  const fits = (line: OutlineLine): boolean => {
    const hay = `${plainWords(haystackOf(line.item))} ${plainWords(line.what)}`
    return wanted.every((word) => hay.includes(word))
  }
  const keep = (group: OutlineGroup): readonly OutlineGroup[] => {
    if (group.holder && fits(group.holder)) return [group]
    const lines = group.lines.filter(fits)
    const inner = group.groups.flatMap(keep)
    return lines.length + inner.length > 0 ? [{ ...group, lines, groups: inner }] : []
  }
  return groups.flatMap(keep)
}
