import { z } from 'zod'
import { placesOf } from '../document/roots.ts'
import { relativePlace } from '../geometry/relative.ts'
import { layerRank } from '../layers.ts'
import { LIMITS } from '../limits.ts'
import { defineCommand } from './define.ts'
import { findItem, itemIn, layerOfItem, namesIn, unknownItem } from './lookup.ts'
import { id, place as placeSchema } from './schemas.ts'

const schema = z.object({
  do: z.literal('place'),
  places: z
    .array(z.object({ id, place: placeSchema.nullable() }))
    .min(1)
    .max(LIMITS.batch)
    .readonly(),
})
export type PlaceItems = z.output<typeof schema>

/** Moves, resizes, reorders and reparents: writes places whole. null takes an item off the map, into lists. */
export const place = defineCommand<PlaceItems>({
  schema: schema as unknown as z.ZodType<PlaceItems>,
  layers: (command, at) => [...new Set(command.places.flatMap(({ id: one }) => layerOfItem(at, one) ?? []))],
  check: (command, at) => {
    for (const one of command.places) {
      const layer = layerOfItem(at, one.id)
      if (!layer) return unknownItem(one.id)
      const parent = one.place?.parent
      if (!parent) continue
      const parentLayer = layerOfItem(at, parent)
      if (parent === one.id || parentLayer === null || layerRank(parentLayer) > layerRank(layer))
        return { id: 'bad-parent', message: `There is nothing with the id ${parent} to lie in.` }
    }
    return null
  },
  apply: (command, at) => {
    for (const one of command.places) {
      const layer = findItem(at, one.id)?.layer
      const doc = layer && at.docs.get(layer)
      if (!doc) continue
      if (one.place) placesOf(doc).set(one.id, one.place)
      else placesOf(doc).delete(one.id)
    }
  },
  invert: (command, before) => [
    {
      do: 'place',
      places: command.places.map(({ id: one }) => {
        const item = itemIn(before, one)
        return { id: one, place: item?.place ? relativePlace(before, item.place) : null }
      }),
    },
  ],
  describe: (command, before) => {
    const names = namesIn(
      before,
      command.places.map((one) => one.id),
    )
    const pins = command.places.map(({ id: one, place: next }) => {
      const was = before.items.get(one as never)?.place
      return was && next && was.pinned !== next.pinned ? (next.pinned ? 'pinned' : 'let go of') : null
    })
    const [pin] = pins
    if (pin && pins.every((one) => one === pin)) return `${pin} ${names}`
    const resized = command.places.some(({ id: one, place: next }) => {
      const was = before.items.get(one as never)?.place
      return was && next && (was.w !== next.w || was.h !== next.h)
    })
    return `${resized ? 'resized' : 'moved'} ${names}`
  },
})
