import { z } from 'zod'
import { layerRank, narrower } from '../layers.ts'
import { LIMITS } from '../limits.ts'
import { RELATION_KINDS } from '../relations/kinds.ts'
import { SHAPE_KEYS, shapeSchema } from '../relations/shape.ts'
import { defineCommand } from './define.ts'
import { findRelation, layerOfItem, noLayer, unknownItem, unknownRelation } from './lookup.ts'
import { id } from './schemas.ts'

const schema = z.object({
  do: z.literal('amend'),
  id,
  from: id.optional(),
  to: id.optional(),
  kind: z.enum(RELATION_KINDS).optional(),
  label: z.string().max(LIMITS.label).optional(),
  ...shapeSchema,
})
export type Amend = z.output<typeof schema>

const KEYS = ['from', 'to', 'kind', 'label', ...SHAPE_KEYS] as const

/** Changes an arrow: its kind, its words, what it is attached to, or how it runs. */
export const amend = defineCommand<Amend>({
  schema: schema as unknown as z.ZodType<Amend>,
  layers: (command, at) => {
    const layer = findRelation(at, command.id)?.layer ?? at.coming.get(command.id)
    return layer ? [layer] : []
  },
  check: (command, at) => {
    const found = findRelation(at, command.id)
    if (!found) return at.coming.has(command.id) ? null : unknownRelation(command.id)
    for (const end of [command.from, command.to]) {
      if (end === undefined) continue
      const layer = layerOfItem(at, end)
      if (!layer) return unknownItem(end)
      // an arrow whose readers cannot read both ends would leak that the other end exists
      if (layerRank(narrower(layer, found.layer)) > layerRank(found.layer)) return noLayer(found.layer)
    }
    return null
  },
  apply: (command, at) => {
    const found = findRelation(at, command.id)
    if (!found) return
    for (const key of KEYS) {
      const next = command[key]
      if (next === undefined || found.map.get(key) === next) continue
      if (next === null) found.map.delete(key)
      else found.map.set(key, next)
    }
  },
  invert: (command, before) => {
    const was = before.relations.get(command.id as never)
    if (!was) return []
    const back: Record<string, unknown> = { do: 'amend', id: command.id }
    for (const key of KEYS) if (command[key] !== undefined) back[key] = was[key] ?? null
    return [back]
  },
  describe: (command) => (command.from || command.to ? 'moved an arrow' : 'changed an arrow'),
})
