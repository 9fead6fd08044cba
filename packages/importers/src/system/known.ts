import type { BoardSnapshot, Item } from '@second-story/board'
import type { SystemDraft } from './draft.ts'

/** Things on a board that an earlier import brought, by their key in the file. */
export type Known = ReadonlyMap<string, Item>

/** The key of the boundary round everything that a file describes. */
export const WHOLE = ''

/**
 * What an earlier import of this file, or of one that is laid over it ("compose.yaml" and "compose.full.yaml" are one
 * system), has put on the board.
 */
export function knownFrom(board: BoardSnapshot, format: string, files: readonly string[]): Known {
  return broughtFrom(board.items.values(), format, files)
}

/** What of it people have removed since. What an undo took back was never there. */
export function removedFrom(board: BoardSnapshot, format: string, files: readonly string[]): Known {
  const removed = [...board.deleted.values()].filter((item) => item.undone !== true)
  return broughtFrom(removed, format, files)
}

function broughtFrom(items: Iterable<Item>, format: string, files: readonly string[]): Known {
  const families = new Set(files.map(familyOf))
  const out = new Map<string, Item>()
  for (const item of items) {
    if (item.layer !== 'common' || !('provenance' in item)) continue
    const from = item.provenance
    if (from?.format === format && families.has(familyOf(from.file)) && !out.has(from.key))
      out.set(from.key, item)
  }
  return out
}

/**
 * With the boundaries that things of a file lie in already: a part of a system that was brought whole finds the boundary that
 * another of its files brought.
 */
export function withHomes(draft: SystemDraft, own: Known, board: BoardSnapshot): Known {
  const out = new Map(own)
  for (const { key, group } of draft.components) {
    const item = own.get(storedKey(key))
    const parent = item?.place?.parent
    if (group === null || group === undefined || !parent || out.has(storedKey(group))) continue
    const home = board.items.get(parent)
    if (home && 'provenance' in home && home.provenance?.key === storedKey(group))
      out.set(storedKey(group), home)
  }
  return out
}

/** What of a draft the board does not have. */
export function withoutKnown(draft: SystemDraft, known: Known): Required<SystemDraft> {
  const isNew = (one: { readonly key: string }): boolean => !known.has(storedKey(one.key))
  return {
    ...draft,
    components: draft.components.filter(isNew),
    groups: (draft.groups ?? []).filter(isNew),
    words: (draft.words ?? []).filter(isNew),
    flows: draft.flows ?? [],
  }
}

/** Keys are kept this long; what differs only after that is told apart by a sum of the rest. */
const MOST_KEY = 200

export function storedKey(key: string): string {
  if (key.length <= MOST_KEY) return key
  let sum = 0
  for (let i = 0; i < key.length; i++) sum = (Math.imul(sum, 31) + key.charCodeAt(i)) | 0
  return `${key.slice(0, MOST_KEY - 12)} ${(sum >>> 0).toString(36)}`
}

function familyOf(file: string): string {
  return /^.*compose/i.exec(file)?.[0].toLowerCase() ?? file.toLowerCase()
}
