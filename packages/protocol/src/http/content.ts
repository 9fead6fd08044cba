import { z } from 'zod'

const place = z.object({
  x: z.number(),
  y: z.number(),
  w: z.number(),
  h: z.number(),
  parent: z.string().nullable(),
  order: z.string(),
})

/** The board as one graph: what the caller may read, deleted things left out; places are absolute. */
export const graph = z.object({
  board: z.object({
    id: z.string(),
    title: z.string(),
    kind: z.string(),
    stage: z.string().nullable(),
    zone: z.string(),
  }),
  items: z.array(
    z.looseObject({ id: z.string(), type: z.string(), layer: z.string(), place: place.optional() }),
  ),
  relations: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      to: z.string(),
      kind: z.string(),
      label: z.string(),
      layer: z.string(),
    }),
  ),
  /** hand-written parts of the record: section -> blocks */
  prose: z.record(z.string(), z.array(z.unknown())),
})
export type Graph = z.infer<typeof graph>

/** The board's own parser judges each; see its commands. */
export const commandsBody = z.array(z.unknown())
export const commandsAnswer = z.object({ applied: z.number().int(), ids: z.array(z.string()) })

export const importBody = z.object({
  /** the file's name: helps to tell the format */
  name: z.string().max(200).optional(),
  format: z.string().max(40).optional(),
  text: z.string(),
  /** only say what would be added */
  dryRun: z.boolean().default(false),
})
export const importAnswer = z.object({
  format: z.string(),
  added: z.object({ items: z.number().int(), relations: z.number().int() }),
  notes: z.array(z.unknown()),
  ids: z.array(z.string()),
})
