import {
  type ArrowShape,
  type BoardSnapshot,
  boxOfPoints,
  CONDUCT_UNKNOWN,
  ITEM_TYPES,
  type Item,
  type ItemId,
  type ItemTypeName,
  itemId,
  type Relation,
  type RelationId,
  type RelationKind,
  relationId,
  type Stroke,
  type StrokeId,
} from '@second-story/board'
import { countedIds } from '@second-story/std'
import type { Box } from '../drawing.ts'

/** Builds snapshots for tests without documents; every field has its type's fallback unless given. */
export class BoardMaker {
  readonly #ids = countedIds('t')
  readonly items: Item[] = []
  readonly relations: Relation[] = []
  readonly strokes: Stroke[] = []
  zone = 'UTC'
  title = 'A board'

  add(
    type: ItemTypeName,
    fields: Record<string, unknown>,
    box: Box | null,
    more: Record<string, unknown> = {},
  ): ItemId {
    const id = itemId(this.#ids())
    const values: Record<string, unknown> = {}
    for (const [key, field] of Object.entries(ITEM_TYPES[type].fields)) values[key] = field.fallback
    const place = box && { ...box, parent: null, order: 'a0' }
    const common = { layer: 'common', round: null, keptBack: false, revealed: null, tags: [], deleted: null }
    this.items.push({ id, type, place, ...common, ...values, ...fields, ...more } as unknown as Item)
    return id
  }

  draw(points: readonly number[], more: Partial<Stroke> = {}): StrokeId {
    const id = this.#ids() as StrokeId
    const usual = { kind: 'pen', colour: 'ink', width: 'medium', pressures: null, layer: 'common' } as const
    this.strokes.push({ id, ...usual, points, box: boxOfPoints(points), ...more })
    return id
  }

  connect(
    from: ItemId,
    kind: RelationKind,
    to: ItemId,
    label = '',
    layer = 'common',
    shape: ArrowShape = {},
  ): RelationId {
    const id = relationId(this.#ids())
    this.relations.push({ id, from, to, kind, label, layer, deleted: null, ...shape } as Relation)
    return id
  }

  /** The board, its items and relations in the order given by `arrange`. */
  board(arrange: <T>(list: readonly T[]) => readonly T[] = (list) => list): BoardSnapshot {
    return {
      conduct: {
        ...CONDUCT_UNKNOWN,
        title: this.title,
        kind: 'incident-review',
        zone: this.zone,
      },
      items: new Map(arrange(this.items).map((item) => [item.id, item])),
      relations: new Map(arrange(this.relations).map((relation) => [relation.id, relation])),
      strokes: new Map(this.strokes.map((stroke) => [stroke.id, stroke])),
      deleted: new Map(),
      prose: new Map(),
      comments: new Map(),
      newer: false,
    }
  }
}
