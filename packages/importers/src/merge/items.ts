import type { Item } from '@second-story/board'
import { type Known, storedKey } from '../system/known.ts'
import type { ImportChange, ImportStep } from './change.ts'
import { type DraftItem, heldIn } from './fields.ts'
import { brief } from './said.ts'

type Offered = { readonly change: ImportChange; readonly step: ImportStep }

/**
 * Words that the file says otherwise than the board. What the file changed since it was brought, and nobody touched here, is
 * taken; what may have been meant so here is only offered; what the file says as before stays as people have it.
 */
export function changedWords(one: DraftItem, item: Item): readonly Offered[] {
  if (item.type !== one.type || !('provenance' in item)) return []
  const base = item.provenance?.said
  return Object.entries(one.fields).flatMap(([field, now]): Offered[] => {
    const was = heldIn(item, field)
    if (was === now) return []
    const before = base === undefined ? undefined : (base[field] ?? '')
    if (before === brief(now)) return []
    // what the file only names now, or says no longer, takes nothing away from what stands here
    const isLess = now === '' || (one.kind === 'unknown' && heldIn(item, 'kind') !== 'unknown')
    const taken = before === brief(was) && !isLess
    const id = `set ${item.id} ${field}`
    const change = { ...about(one, item), id, does: 'change', field, was, now } as const
    return [
      {
        change: { ...change, why: taken ? 'changed' : 'changed-here', taken },
        step: { command: { do: 'set', id: item.id, fields: { [field]: now } }, change: id },
      },
    ]
  })
}

/** Words that the file has where a component of the same name, drawn by hand, has none: offered. */
export function missingWords(one: DraftItem, item: Item): readonly Offered[] {
  return ['technology', 'criticality', 'ownerTeam'].flatMap((field): Offered[] => {
    const now = one.fields[field] ?? ''
    if (now === '' || heldIn(item, field) !== '' || item.type !== one.type) return []
    const id = `set ${item.id} ${field}`
    return [
      {
        change: {
          ...about(one, item),
          id,
          does: 'change',
          field,
          was: '',
          now,
          why: 'changed-here',
          taken: false,
        },
        step: { command: { do: 'set', id: item.id, fields: { [field]: now } }, change: id },
      },
    ]
  })
}

/** What these files brought and have no longer. Offered; never removed by itself. */
export function goneItems(
  own: Known,
  keys: ReadonlySet<string>,
  files: ReadonlySet<string>,
): readonly Offered[] {
  return [...own].flatMap(([key, item]): Offered[] => {
    if (key === '' || keys.has(storedKey(key)) || !('provenance' in item)) return []
    if (!files.has(item.provenance?.file ?? '')) return []
    return [removal(item, 'gone')]
  })
}

export function removal(item: Item, why: 'gone' | 'unseen'): Offered {
  const id = `remove ${item.id}`
  const name = heldIn(item, 'name') || heldIn(item, 'text')
  return {
    change: { id, does: 'remove', type: item.type, kind: heldIn(item, 'kind'), name, why, taken: false },
    step: { command: { do: 'remove', ids: [item.id] }, change: id },
  }
}

function about(one: DraftItem, item: Item): Pick<ImportChange, 'type' | 'kind' | 'name'> {
  return { type: one.type, kind: one.kind, name: heldIn(item, 'name') || one.name }
}
