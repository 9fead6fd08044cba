import * as Y from 'yjs'
import type { Field } from '../fields.ts'
import { type ItemTypeName, itemType } from '../items/catalogue.ts'
import type { Refusal } from './define.ts'

/** Fields that every item has besides those of its type. */
const COMMON = new Set(['round', 'keptBack', 'group'])

/** Null when every value fits the type's fields; else the first that does not. */
export function checkValues(type: ItemTypeName, values: Readonly<Record<string, unknown>>): Refusal | null {
  const fields = itemType(type).fields
  for (const [key, value] of Object.entries(values)) {
    if (COMMON.has(key)) {
      if (key === 'keptBack' ? typeof value === 'boolean' : isMark(value)) continue
      return { id: 'bad-value', message: `“${key}” has a value that does not fit.` }
    }
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (!field) return { id: 'unknown-field', message: `A ${itemType(type).noun} has no “${key}”.` }
    const parsed = field.schema.safeParse(value)
    if (!parsed.success) {
      const why = parsed.error.issues[0]?.message ?? 'it does not fit'
      return { id: 'bad-value', message: `“${key}” of a ${itemType(type).noun}: ${why}.` }
    }
  }
  return null
}

function isMark(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.length <= 64)
}

/** Fills a new item's map: its type, the given values, and every shared type, so that nobody makes one later. */
export function bear(
  map: Y.Map<unknown>,
  type: ItemTypeName,
  values: Readonly<Record<string, unknown>>,
): void {
  map.set('type', type)
  for (const [key, field] of Object.entries(itemType(type).fields)) {
    const value = values[key]
    if (field.storage === 'text') {
      map.set(key, new Y.Text(typeof value === 'string' ? value : ''))
    } else if (field.storage === 'bag') {
      map.set(key, bagOf(value))
    } else if (value !== undefined && !same(value, field.fallback)) {
      map.set(key, value)
    }
  }
  map.set('tags', new Y.Map())
  for (const key of COMMON) if (values[key]) map.set(key, values[key])
}

/** Sets given values on a living item; texts and bags change by the smallest difference. */
export function assign(
  map: Y.Map<unknown>,
  type: ItemTypeName,
  values: Readonly<Record<string, unknown>>,
): void {
  const fields = itemType(type).fields
  for (const [key, value] of Object.entries(values)) {
    const field: Field<unknown> | undefined = fields[key]
    const held = map.get(key)
    if (field?.storage === 'text' && typeof value === 'string') {
      if (held instanceof Y.Text) rewrite(held, value)
      else map.set(key, new Y.Text(value))
    } else if (field?.storage === 'bag') {
      if (held instanceof Y.Map) refill(held, value)
      else map.set(key, bagOf(value))
    } else if (!same(held, value)) {
      map.set(key, value)
    }
  }
}

function bagOf(entries: unknown): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  for (const [id, value] of entryList(entries)) map.set(id, value)
  return map
}

function refill(map: Y.Map<unknown>, entries: unknown): void {
  const wanted = new Map(entryList(entries))
  for (const id of [...map.keys()]) if (!wanted.has(id)) map.delete(id)
  for (const [id, value] of wanted) if (!same(map.get(id), value)) map.set(id, value)
}

function entryList(entries: unknown): [string, unknown][] {
  if (!Array.isArray(entries)) return []
  return entries.map((entry: { id: string }) => {
    const { id, ...value } = entry
    return [id, value]
  })
}

/** Changes a text into `next` by replacing only what differs between the common beginning and end. */
export function rewrite(text: Y.Text, next: string): void {
  const now = text.toString()
  if (now === next) return
  let head = 0
  const most = Math.min(now.length, next.length)
  while (head < most && now[head] === next[head]) head++
  let tail = 0
  while (tail < most - head && now[now.length - 1 - tail] === next[next.length - 1 - tail]) tail++
  const gone = now.length - head - tail
  if (gone > 0) text.delete(head, gone)
  const come = next.slice(head, next.length - tail)
  if (come !== '') text.insert(head, come)
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
