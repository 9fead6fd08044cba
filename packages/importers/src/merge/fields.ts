import { type Item, LIMITS } from '@second-story/board'
import type { DraftComponent, DraftGroup, DraftWords } from '../system/draft.ts'

/** What a draft's thing becomes on the board. */
export interface DraftItem {
  readonly key: string
  readonly type: 'component' | 'boundary' | 'frame' | 'note' | 'text'
  readonly kind: string
  readonly name: string
  readonly group: string | null
  /** the file it stands in, where several are read as one */
  readonly file: string | null
  readonly fields: Readonly<Record<string, string>>
}

/** What people call the fields that an import may change. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: 'name',
  kind: 'kind',
  technology: 'technology',
  criticality: 'criticality',
  ownerTeam: 'looked after by',
  notes: 'details',
  text: 'words',
  label: 'words',
  colour: 'ground',
}

export function componentItem(one: DraftComponent): DraftItem {
  const fields = {
    name: one.name.slice(0, LIMITS.label),
    kind: one.kind,
    technology: one.technology.slice(0, LIMITS.label),
    criticality: one.criticality.slice(0, LIMITS.label),
    ownerTeam: (one.ownerTeam ?? '').slice(0, LIMITS.label),
    notes: one.notes.slice(0, LIMITS.text),
  }
  const { key, group = null, file = null } = one
  return { key, type: 'component', kind: one.kind, name: fields.name, group, file, fields }
}

export function groupItem({ key, kind, name: words, group, file = null }: DraftGroup): DraftItem {
  const name = words.slice(0, LIMITS.label)
  if (kind === 'frame') return { key, type: 'frame', kind: '', name, group, file, fields: { name } }
  return { key, type: 'boundary', kind, name, group, file, fields: { name, kind } }
}

export function wordsItem({ key, type, text: words, colour, group }: DraftWords): DraftItem {
  const text = words.slice(0, LIMITS.text)
  return {
    key,
    type,
    kind: '',
    name: text,
    group,
    file: null,
    fields: { text, ...(colour ? { colour } : {}) },
  }
}

/** What a field of an item holds, as words. */
export function heldIn(item: Item, field: string): string {
  const held = (item as unknown as Readonly<Record<string, unknown>>)[field]
  return typeof held === 'string' ? held : ''
}

/** What an item is called, in a line. */
export function calledAs(item: Item | undefined): string {
  if (!item) return ''
  return heldIn(item, 'name') || heldIn(item, 'text')
}
