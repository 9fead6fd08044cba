import {
  ARROW_LINES,
  ARROW_SIDES,
  type ArrowShape,
  type BoardSnapshot,
  INK_COLOURS,
  INK_WIDTHS,
  type Item,
  type ItemId,
  type ItemTypeName,
  isItemTypeName,
  isRelationKind,
  itemType,
  LIMITS,
  type RelationKind,
  STROKE_KINDS,
  type StrokeId,
  type StrokeShape,
  shapeOf,
} from '@second-story/board'
import { z } from 'zod'
import { around } from '../geometry/box.ts'

/** What goes into the clipboard: enough to build the things again, here or on another board. */
export interface Copied {
  readonly 'second-story': 1
  /** the board that it comes from: there its pictures are; none of a sample */
  readonly board?: string
  readonly items: readonly CopiedItem[]
  readonly relations: readonly (ArrowShape & {
    readonly from: string
    readonly to: string
    readonly kind: RelationKind
    readonly label: string
  })[]
  readonly strokes?: readonly CopiedStroke[]
}

/** Points relative to the corner of all that was copied. */
export type CopiedStroke = StrokeShape

export interface CopiedItem {
  readonly key: string
  readonly type: ItemTypeName
  readonly fields: Readonly<Record<string, unknown>>
  /** relative to the corner of all that was copied */
  readonly place: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  /** the copied boundary or frame that it lies in */
  readonly parent: string | null
  readonly order: string
  /** what is moved together; a copy is a group of its own */
  readonly group?: string
}

const MOST_BYTES = 4_000_000
const finite = z.number().min(-LIMITS.coordinate).max(LIMITS.coordinate)

const schema = z.object({
  'second-story': z.literal(1),
  board: z.string().max(64).optional(),
  items: z
    .array(
      z.object({
        key: z.string().max(64),
        type: z.custom<ItemTypeName>(isItemTypeName),
        fields: z.record(z.string(), z.unknown()),
        place: z.object({ x: finite, y: finite, w: z.number().positive(), h: z.number().positive() }),
        parent: z.string().max(64).nullable(),
        order: z.string().max(64),
        group: z.string().max(64).optional(),
      }),
    )
    .max(LIMITS.batch / 2),
  relations: z
    .array(
      z.object({
        from: z.string().max(64),
        to: z.string().max(64),
        kind: z.custom<RelationKind>(isRelationKind),
        label: z.string().max(LIMITS.label),
        line: z.enum(ARROW_LINES).optional(),
        fromSide: z.enum(ARROW_SIDES).optional(),
        toSide: z.enum(ARROW_SIDES).optional(),
        wordsAt: z.number().min(0).max(1).optional(),
      }),
    )
    .max(LIMITS.batch / 2),
  strokes: z
    .array(
      z.object({
        kind: z.enum(STROKE_KINDS),
        colour: z.enum(INK_COLOURS),
        width: z.enum(INK_WIDTHS),
        points: z
          .array(finite)
          .min(2)
          .max(2 * LIMITS.strokePoints),
        pressures: z.array(z.number().min(0).max(1)).nullable(),
      }),
    )
    .max(LIMITS.batch / 2)
    .optional(),
})

/** The selection, what lies in it, and the relations between all that. */
export function copyOf(
  board: BoardSnapshot,
  selected: ReadonlySet<ItemId>,
  drawn: ReadonlySet<StrokeId> = new Set(),
): Copied | null {
  const all = withContents(board, selected)
  const inks = [...drawn].flatMap((id) => board.strokes.get(id) ?? [])
  const corner = around([...[...all].flatMap(({ place }) => place ?? []), ...inks.map(({ box }) => box)])
  if (!corner) return null
  const keys = new Set<string>([...all].map((item) => item.id))
  const items = [...all].flatMap((item): CopiedItem[] => {
    if (!item.place || item.type === 'plain') return []
    const { x, y, w, h, parent, order } = item.place
    const place = { x: x - corner.x, y: y - corner.y, w, h }
    const fields = fieldsOf(item, item.type)
    return [
      {
        key: item.id,
        type: item.type,
        fields,
        place,
        parent: parent && keys.has(parent) ? parent : null,
        order,
        ...(item.group ? { group: item.group } : {}),
      },
    ]
  })
  const relations = [...board.relations.values()]
    .filter((relation) => keys.has(relation.from) && keys.has(relation.to))
    .map((one) => ({ from: one.from, to: one.to, kind: one.kind, label: one.label, ...shapeOf(one) }))
  const strokes = inks.map(({ kind, colour, width, points, pressures }) => ({
    ...{ kind, colour, width, pressures },
    points: points.map((value, i) => value - (i % 2 === 0 ? corner.x : corner.y)),
  }))
  return { 'second-story': 1, items, relations, ...(strokes.length > 0 ? { strokes } : {}) }
}

/** The clipboard's text as things, where it is ours and well-formed; null for anything else. */
export function readCopied(text: string): Copied | null {
  if (text.length > MOST_BYTES || !text.includes('"second-story"')) return null
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? (parsed.data as Copied) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Copied things as plain text, a line each, for everywhere else. */
export function asText(copied: Copied): string {
  return copied.items
    .map((item) => String(item.fields[itemType(item.type).words] ?? '').trim())
    .filter((words) => words !== '')
    .join('\n')
}

function withContents(board: BoardSnapshot, selected: ReadonlySet<ItemId>): Set<Item> {
  const out = new Set<Item>()
  for (const item of board.items.values()) {
    for (
      let at: Item | undefined = item;
      at;
      at = at.place?.parent ? board.items.get(at.place.parent) : undefined
    ) {
      if (selected.has(at.id)) {
        out.add(item)
        break
      }
    }
  }
  return out
}

function fieldsOf(item: Item, type: ItemTypeName): Record<string, unknown> {
  const values = item as unknown as Record<string, unknown>
  return Object.fromEntries(Object.keys(itemType(type).fields).map((key) => [key, values[key]]))
}
