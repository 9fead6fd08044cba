import * as Y from 'yjs'
import { z } from 'zod'
import { relationsOf } from '../document/roots.ts'
import { type LayerName, layerRank, narrower } from '../layers.ts'
import { LIMITS } from '../limits.ts'
import { RELATION_KINDS, RELATION_VERBS } from '../relations/kinds.ts'
import { SHAPE_KEYS, shapeSchema } from '../relations/shape.ts'
import { defineCommand, type Writing } from './define.ts'
import { findRelation, layerOfItem, nameIn, noLayer, unknownItem } from './lookup.ts'
import { id, layer } from './schemas.ts'

const schema = z.object({
  do: z.literal('connect'),
  id,
  from: id,
  to: id,
  kind: z.enum(RELATION_KINDS),
  label: z.string().max(LIMITS.label).default(''),
  /** default: the less public layer of the two ends, whose readers may read both */
  layer: layer.optional(),
  ...shapeSchema,
})
export type Connect = z.output<typeof schema>

function layerFor(command: Connect, at: Writing): LayerName | null {
  const from = layerOfItem(at, command.from)
  const to = layerOfItem(at, command.to)
  if (!from || !to) return null
  const least = narrower(from, to)
  if (!command.layer) return least
  return layerRank(command.layer) >= layerRank(least) ? command.layer : null
}

/** Draws an arrow, or makes a chip, between two items. */
export const connect = defineCommand<Connect>({
  schema: schema as unknown as z.ZodType<Connect>,
  layers: (command, at) => {
    const target = layerFor(command, at)
    return target ? [target] : []
  },
  check: (command, at) => {
    if (!layerOfItem(at, command.from)) return unknownItem(command.from)
    if (!layerOfItem(at, command.to)) return unknownItem(command.to)
    const target = layerFor(command, at)
    if (!target || target === 'conduct' || !at.docs.has(target)) return noLayer(command.layer ?? 'that place')
    if (findRelation(at, command.id) || at.coming.has(command.id))
      return { id: 'id-taken', message: `The id ${command.id} is in use on this board.` }
    return null
  },
  apply: (command, at) => {
    const target = layerFor(command, at)
    const doc = target && at.docs.get(target)
    if (!doc) return
    const map = new Y.Map<unknown>()
    map.set('from', command.from)
    map.set('to', command.to)
    map.set('kind', command.kind)
    if (command.label !== '') map.set('label', command.label)
    for (const key of SHAPE_KEYS) {
      const value = command[key]
      if (value !== undefined && value !== null) map.set(key, value)
    }
    relationsOf(doc).set(command.id, map)
  },
  invert: (command) => [{ do: 'disconnect', ids: [command.id] }],
  describe: (command, before) =>
    `said that ${nameIn(before, command.from)} ${RELATION_VERBS[command.kind]} ${nameIn(before, command.to)}`,
})
