import * as Y from 'yjs'
import { z } from 'zod'
import { itemType } from '../items/catalogue.ts'
import { defineCommand } from './define.ts'
import { findItem, itemIn, layerOfItem, nameIn, typeOf, unknownItem } from './lookup.ts'
import { id } from './schemas.ts'

const schema = z.object({
  do: z.literal('put'),
  id,
  field: z.string().max(40),
  entry: z.string().min(1).max(64),
  /** null takes the entry out */
  value: z.unknown(),
})
export type Put = z.output<typeof schema>

/** Sets or takes out one entry of a field that holds several (sources, steady state, tags). */
export const put = defineCommand<Put>({
  schema: schema as unknown as z.ZodType<Put>,
  layers: (command, at) => {
    const layer = layerOfItem(at, command.id)
    return layer ? [layer] : []
  },
  check: (command, at) => {
    const found = findItem(at, command.id)
    if (!found && !at.coming.has(command.id)) return unknownItem(command.id)
    const type = found ? typeOf(found.map) : at.comingTypes.get(command.id)
    if (command.field === 'tags') {
      if (command.value === null || (typeof command.value === 'string' && command.value.length <= 60))
        return null
      return { id: 'bad-value', message: 'A tag is at most 60 characters.' }
    }
    const fields = type ? itemType(type).fields : {}
    const field = Object.hasOwn(fields, command.field) ? fields[command.field] : undefined
    if (field?.storage !== 'bag')
      return { id: 'unknown-field', message: `There is no list “${command.field}” here.` }
    if (command.value === null) return null
    const parsed = field.schema.safeParse([{ ...(command.value as object), id: command.entry }])
    if (parsed.success) return null
    return {
      id: 'bad-value',
      message: `“${command.field}”: ${parsed.error.issues[0]?.message ?? 'it does not fit'}.`,
    }
  },
  apply: (command, at) => {
    const found = findItem(at, command.id)
    if (!found) return
    const held = found.map.get(command.field)
    if (held === undefined && command.value !== null) {
      // it was made before its type had this field
      found.map.set(command.field, new Y.Map([[command.entry, command.value]]))
      return
    }
    if (!(held instanceof Y.Map)) return
    if (command.value === null) {
      held.delete(command.entry)
      // a tag goes by its own words, whatever its entry is called
      if (command.field === 'tags')
        for (const [key, tag] of [...held]) if (tag === command.entry) held.delete(key)
    } else held.set(command.entry, command.value)
  },
  invert: (command, before) => {
    const item = itemIn(before, command.id) as unknown as Record<string, unknown> | undefined
    if (command.field === 'tags') {
      const tags = (item?.tags ?? []) as readonly string[]
      return [{ ...command, value: tags.includes(command.entry) ? command.entry : null }]
    }
    const entries = item?.[command.field]
    const was = Array.isArray(entries)
      ? (entries as unknown[]).find((e) => (e as { id?: unknown }).id === command.entry)
      : undefined
    if (!was) return [{ ...command, value: null }]
    const { id: _, ...value } = was as { id: string }
    return [{ ...command, value }]
  },
  describe: (command, before) => `changed ${nameIn(before, command.id)}`,
})
