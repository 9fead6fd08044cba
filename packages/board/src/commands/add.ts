import * as Y from 'yjs'
import { z } from 'zod'
import { itemsOf, placesOf } from '../document/roots.ts'
import { type ItemTypeName, isItemTypeName, itemType } from '../items/catalogue.ts'
import { layerRank } from '../layers.ts'
import { defineCommand } from './define.ts'
import { bear, checkValues } from './field-values.ts'
import { layerOfItem, noLayer } from './lookup.ts'
import { id, layer, place } from './schemas.ts'

const schema = z.object({
  do: z.literal('add'),
  id,
  type: z.custom<ItemTypeName>(isItemTypeName, 'not a type of item'),
  layer: layer.default('common'),
  fields: z.record(z.string(), z.unknown()).default({}),
  place: place.nullable().default(null),
})
export type Add = z.output<typeof schema>

/** Makes an item. */
export const add = defineCommand<Add>({
  schema: schema as unknown as z.ZodType<Add>,
  layers: (command) => [command.layer],
  check: (command, at) => {
    // conduct is written by the server's own hand, never by commands
    if (command.layer === 'conduct' || !at.docs.has(command.layer)) return noLayer(command.layer)
    if (layerOfItem(at, command.id) !== null)
      return { id: 'id-taken', message: `The id ${command.id} is in use on this board.` }
    const parent = command.place?.parent
    if (parent) {
      const parentLayer = layerOfItem(at, parent)
      if (parentLayer === null || layerRank(parentLayer) > layerRank(command.layer))
        return { id: 'bad-parent', message: `There is nothing with the id ${parent} to lie in.` }
    }
    return checkValues(command.type, command.fields)
  },
  apply: (command, at) => {
    const doc = at.docs.get(command.layer)
    if (!doc) return
    const map = new Y.Map<unknown>()
    bear(map, command.type, command.fields)
    itemsOf(doc).set(command.id, map)
    if (command.place) placesOf(doc).set(command.id, command.place)
  },
  invert: (command) => [{ do: 'remove', ids: [command.id] }],
  describe: (command) => {
    const type = itemType(command.type)
    const name = command.fields[type.words]
    return `added ${typeof name === 'string' && name !== '' ? `“${name.slice(0, 40)}”` : `a ${type.noun}`}`
  },
})
