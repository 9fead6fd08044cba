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
  /** lines drawn by hand: x, y, x, y … in board units, and how hard the hand pressed at each, 0 to 1 */
  strokes: z.array(
    z.object({
      id: z.string(),
      layer: z.string(),
      kind: z.string(),
      colour: z.string(),
      width: z.string(),
      points: z.array(z.number()),
      pressures: z.array(z.number()).nullable(),
    }),
  ),
  /** hand-written parts of the record: section -> blocks */
  prose: z.record(z.string(), z.array(z.unknown())),
})
export type Graph = z.infer<typeof graph>

/** The board's own parser judges each; see its commands. */
export const commandsBody = z.array(z.unknown())
export const commandsAnswer = z.object({ applied: z.number().int(), ids: z.array(z.string()) })

const importFile = z.object({ name: z.string().max(400), text: z.string() })

/** One file under `text`, or several under `files`: compose files and their `.env`, a folder of manifests, or unlike ones. */
export const importBody = z
  .object({
    /** the file's name: helps to tell the format */
    name: z.string().max(200).optional(),
    /** skips recognising; for all files alike */
    format: z.string().max(40).optional(),
    text: z.string().optional(),
    files: z.array(importFile).min(1).max(300).optional(),
    /**
     * things that are called like one on the board are that one ("names"), or are added beside it ("none"); unless told, what was
     * observed (traces, dependencies) goes by names and nothing else does
     */
    match: z.enum(['names', 'none']).optional(),
    /** the changes that are done, by their ids in an answer to the same question; unless told, those marked `taken` */
    take: z.array(z.string().max(800)).max(5_000).optional(),
    /** only say what would be done */
    dryRun: z.boolean().default(false),
  })
  .refine((body) => (body.text === undefined) !== (body.files === undefined), {
    message: 'either text or files',
  })

const importNote = z.object({
  message: z.string(),
  file: z.string().optional(),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
})

/** One thing that an import does, or would do if it were taken. */
const importChange = z.object({
  id: z.string(),
  does: z.enum(['add', 'connect', 'change', 'remove', 'disconnect']),
  type: z.string(),
  kind: z.string(),
  name: z.string(),
  to: z.string().optional(),
  field: z.string().optional(),
  was: z.string().optional(),
  now: z.string().optional(),
  why: z.enum(['new', 'removed-here', 'changed', 'changed-here', 'gone', 'unseen']),
  taken: z.boolean(),
})

export const importAnswer = z.object({
  /** of the first file */
  format: z.string(),
  added: z.object({ items: z.number().int(), relations: z.number().int() }),
  notes: z.array(importNote),
  /** what belongs together, and what each was taken for */
  parts: z.array(z.object({ files: z.array(z.string()), format: z.string() })),
  changes: z.array(importChange),
  /** what in the files is called like something on the board, and whether it is taken for it */
  alike: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      item: z.string(),
      itemName: z.string(),
      joined: z.boolean(),
    }),
  ),
  ids: z.array(z.string()),
})
