import { z } from 'zod'
import { strokesOf } from '../document/roots.ts'
import { type LayerName, layerRank } from '../layers.ts'
import { LIMITS } from '../limits.ts'
import { packStroke, unpackStroke } from '../strokes/pack.ts'
import type { Stroke, StrokeId, StrokeShape } from '../strokes/stroke.ts'
import { INK_COLOURS, INK_WIDTHS, STROKE_KINDS } from '../strokes/stroke.ts'
import { defineCommand, type Refusal, type Writing } from './define.ts'
import { noLayer } from './lookup.ts'
import { id, ids, layer } from './schemas.ts'

const coordinate = z.number().min(-LIMITS.coordinate).max(LIMITS.coordinate)

const inkSchema = z
  .object({
    do: z.literal('ink'),
    id,
    layer: layer.default('common'),
    kind: z.enum(STROKE_KINDS).default('pen'),
    colour: z.enum(INK_COLOURS).default('ink'),
    width: z.enum(INK_WIDTHS).default('medium'),
    points: z
      .array(coordinate)
      .min(2)
      .max(2 * LIMITS.strokePoints)
      .readonly(),
    pressures: z.array(z.number().min(0).max(1)).max(LIMITS.strokePoints).readonly().nullable().default(null),
  })
  .refine(({ points }) => points.length % 2 === 0, 'points come in pairs: x, y, x, y …')
  .refine(
    ({ points, pressures }) => pressures === null || pressures.length * 2 === points.length,
    'one pressure for each point',
  )
export type Ink = z.output<typeof inkSchema>

/** Draws a stroke. */
export const ink = defineCommand<Ink>({
  schema: inkSchema as unknown as z.ZodType<Ink>,
  layers: (command) => [command.layer],
  check: (command, at) => {
    const doc = at.docs.get(command.layer)
    if (command.layer === 'conduct' || !doc) return noLayer(command.layer)
    if (layerOfStroke(at, command.id) !== null || at.coming.has(command.id))
      return { id: 'id-taken', message: `The id ${command.id} is in use on this board.` }
    if (strokesOf(doc).size + at.coming.size >= LIMITS.strokes)
      return {
        id: 'too-many',
        message: `There are ${LIMITS.strokes} lines on this board, and no room for more.`,
      }
    return null
  },
  apply: (command, at) => {
    const doc = at.docs.get(command.layer)
    if (doc) strokesOf(doc).set(command.id, packStroke(command))
  },
  invert: (command) => [{ do: 'erase', ids: [command.id] }],
  describe: () => 'drew a line',
})

const eraseSchema = z.object({ do: z.literal('erase'), ids })
export type Erase = z.output<typeof eraseSchema>

/**
 * Takes strokes off for good: there are no words in them that somebody may be adding to meanwhile, so nothing is kept marked.
 * One that somebody else moves at the same time stays, where they moved it.
 */
export const erase = defineCommand<Erase>({
  schema: eraseSchema as unknown as z.ZodType<Erase>,
  layers: (command, at) => layersOf(command.ids, at),
  check: (command, at) => firstUnknown(command.ids, at),
  apply: (command, at) => {
    for (const one of command.ids) {
      const doc = at.docs.get(layerOfStroke(at, one) ?? 'conduct')
      if (doc && strokesOf(doc).has(one)) strokesOf(doc).delete(one)
    }
  },
  invert: (command, before) =>
    command.ids.flatMap((one) => {
      const stroke = before.strokes.get(one as StrokeId)
      return stroke ? [inkOf(stroke)] : []
    }),
  describe: (command) => `erased ${lines(command.ids)}`,
})

const shiftSchema = z.object({ do: z.literal('shift'), ids, x: coordinate, y: coordinate })
export type Shift = z.output<typeof shiftSchema>

/** Moves strokes by so many canvas units, to the tenth. */
export const shift = defineCommand<Shift>({
  schema: shiftSchema as unknown as z.ZodType<Shift>,
  layers: (command, at) => layersOf(command.ids, at),
  check: (command, at) => {
    const unknown = firstUnknown(command.ids, at)
    if (unknown) return unknown
    const leaves = command.ids.some((one) => shifted(at, one, command)?.points.some(isOut))
    return leaves ? { id: 'bad-value', message: 'That lies over the edge of the board.' } : null
  },
  apply: (command, at) => {
    for (const one of command.ids) {
      const doc = at.docs.get(layerOfStroke(at, one) ?? 'conduct')
      const moved = shifted(at, one, command)
      if (doc && moved) strokesOf(doc).set(one, packStroke(moved))
    }
  },
  invert: (command) => [{ ...command, x: -command.x, y: -command.y }],
  describe: (command) => `moved ${lines(command.ids)}`,
})

/** The command that draws it again. */
export function inkOf({ id: one, layer: where, kind, colour, width, points, pressures }: Stroke) {
  return { do: 'ink', id: one, layer: where, kind, colour, width, points, pressures } as const
}

function isOut(value: number): boolean {
  return Math.abs(value) > LIMITS.coordinate
}

function shifted(at: Writing, one: string, { x, y }: Shift): StrokeShape | null {
  const doc = at.docs.get(layerOfStroke(at, one) ?? 'conduct')
  const shape = doc ? unpackStroke(strokesOf(doc).get(one)) : null
  return shape && { ...shape, points: shape.points.map((value, i) => value + (i % 2 === 0 ? x : y)) }
}

function lines(all: readonly string[]): string {
  return all.length === 1 ? 'a line' : `${all.length} lines`
}

/** The most public layer that holds it. */
function layerOfStroke(at: Writing, one: string): LayerName | null {
  let found: LayerName | null = null
  for (const [name, doc] of at.docs)
    if (strokesOf(doc).has(one) && (found === null || layerRank(name) < layerRank(found))) found = name
  return found
}

function layersOf(all: readonly string[], at: Writing): LayerName[] {
  return [...new Set(all.flatMap((one) => layerOfStroke(at, one) ?? at.coming.get(one) ?? []))]
}

function firstUnknown(all: readonly string[], at: Writing): Refusal | null {
  const missing = all.find((one) => layerOfStroke(at, one) === null && !at.coming.has(one))
  if (missing === undefined) return null
  return { id: 'unknown-stroke', message: `There is no line with the id ${missing} on this board.` }
}
