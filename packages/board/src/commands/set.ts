import { z } from 'zod'
import { itemType } from '../items/catalogue.ts'
import { defineCommand } from './define.ts'
import { assign, checkValues } from './field-values.ts'
import { findItem, itemIn, layerOfItem, nameIn, typeOf, unknownItem } from './lookup.ts'
import { id } from './schemas.ts'

const schema = z.object({ do: z.literal('set'), id, fields: z.record(z.string(), z.unknown()) })
export type SetFields = z.output<typeof schema>

/** Sets some fields of an item; the others stay, so that two people setting different ones both win. */
export const set = defineCommand<SetFields>({
  schema: schema as unknown as z.ZodType<SetFields>,
  layers: (command, at) => {
    const layer = layerOfItem(at, command.id)
    return layer ? [layer] : []
  },
  check: (command, at) => {
    const found = findItem(at, command.id)
    if (!found && !at.coming.has(command.id)) return unknownItem(command.id)
    const type = found ? typeOf(found.map) : at.comingTypes.get(command.id)
    if (!type)
      return { id: 'unknown-field', message: 'This was made by a newer version; reload to change it.' }
    return checkValues(type, command.fields)
  },
  apply: (command, at) => {
    const found = findItem(at, command.id)
    const type = found && typeOf(found.map)
    if (found && type && checkValues(type, command.fields) === null) assign(found.map, type, command.fields)
  },
  invert: (command, before) => {
    const item = itemIn(before, command.id) as unknown as Record<string, unknown> | undefined
    if (!item) return []
    const fields: Record<string, unknown> = {}
    for (const key of Object.keys(command.fields)) fields[key] = item[key] ?? null
    return [{ do: 'set', id: command.id, fields }]
  },
  describe: (command, before) => {
    const item = before.items.get(command.id as never)
    const words = item && item.type !== 'plain' ? itemType(item.type).words : 'name'
    const keys = Object.keys(command.fields)
    const name = nameIn(before, command.id)
    return keys.length === 1 && keys[0] === words ? `renamed ${name}` : `changed ${name}`
  },
})
