import { ARROW_LOOKS, type ItemId, RELATION_VERBS, type Relation, type RelationId } from '@second-story/board'
import {
  type Arrow,
  arrowPorts,
  type Drawing,
  drawArrow,
  drawItem,
  type Ports,
  samePorts,
  type Tint,
} from '@second-story/picture'
import type { Scene, SceneArrow, SceneItem } from '../scene/scene.ts'

interface DrawnArrow {
  readonly relation: Relation
  readonly ports: Ports | undefined
  /** x, y, w, h of both ends */
  readonly at: readonly number[]
  readonly arrow: Arrow
}

/** Drawings of a scene, each made once and kept until something about it changes. */
export class Gallery {
  readonly #scene: Scene
  readonly #drawings = new Map<
    ItemId,
    { readonly of: unknown; readonly w: number; readonly h: number; readonly drawing: Drawing }
  >()
  readonly #arrows = new Map<RelationId, DrawnArrow>()
  readonly #litArrows = new Map<RelationId, DrawnArrow>()
  #tints: ReadonlyMap<ItemId, Tint> = new Map()
  #ports: ReadonlyMap<RelationId, Ports> | null = null
  #lastPorts: ReadonlyMap<RelationId, Ports> = new Map()
  #heldPorts: ReadonlyMap<RelationId, Ports> | null = null

  #slid: { readonly id: RelationId; readonly wordsAt: number } | null = null

  constructor(scene: Scene) {
    this.#scene = scene
  }

  /** The board changed: these items look different, arrows may stand elsewhere. */
  forget(ids: Iterable<ItemId>): void {
    for (const id of ids) this.#drawings.delete(id)
    this.#ports = null
    this.#heldPorts = null
  }

  /** Draws components in these colours; returns whose changed. */
  colour(tints: ReadonlyMap<ItemId, Tint>): Set<ItemId> {
    const changed = new Set<ItemId>()
    for (const [id, tint] of tints) if (!sameTint(this.#tints.get(id), tint)) changed.add(id)
    for (const id of this.#tints.keys()) if (!tints.has(id)) changed.add(id)
    this.#tints = tints
    for (const id of changed) this.#drawings.delete(id)
    return changed
  }

  /** Held things moved: only arrows near them find new ways. */
  moved(items: ReadonlySet<SceneItem>): void {
    const near = new Set<ItemId>()
    for (const one of items) {
      for (const arrow of this.#scene.arrowsOf(one.id)) near.add(arrow.from.id).add(arrow.to.id)
    }
    if (near.size === 0) return
    const fresh = arrowPorts(this.#scene.board, {
      boxOf: (id) => this.#scene.items.get(id) ?? null,
      shown: (relation) =>
        this.#scene.arrows.has(relation.id) && (near.has(relation.from) || near.has(relation.to)),
    })
    const held = new Map<RelationId, Ports>()
    for (const one of items) {
      for (const { id } of this.#scene.arrowsOf(one.id)) {
        const ports = fresh.get(id)
        if (ports) held.set(id, ports)
      }
    }
    this.#heldPorts = held
  }

  /** Shows the words of an arrow at a share of its line while a hand slides them; null: where the board says. */
  slide(id: RelationId, wordsAt: number | null): void {
    this.#slid = wordsAt === null ? null : { id, wordsAt }
    this.#arrows.delete(id)
    this.#litArrows.delete(id)
  }

  /** Nothing is held any more. */
  rest(): void {
    this.#heldPorts = null
    this.#ports = null
  }

  drawing(one: SceneItem): Drawing {
    const known = this.#drawings.get(one.id)
    if (known && known.of === one.item && known.w === one.w && known.h === one.h) return known.drawing
    const place = one.item.place
    const sized =
      place && (place.w !== one.w || place.h !== one.h)
        ? { ...one.item, place: { ...place, w: one.w, h: one.h } }
        : one.item
    const drawing = drawItem(sized, { board: this.#scene.board, tint: this.#tints.get(one.id) })
    this.#drawings.set(one.id, { of: one.item, w: one.w, h: one.h, drawing })
    return drawing
  }

  arrow(one: SceneArrow, lit = false): Arrow {
    const ports = this.#heldPorts?.get(one.id) ?? this.#restPorts().get(one.id)
    const { from, to, relation } = one
    const kept = lit ? this.#litArrows : this.#arrows
    const known = kept.get(one.id)
    if (known && known.relation === relation && known.ports === ports && isAt(known.at, from, to))
      return known.arrow
    const shaped = this.#slid?.id === one.id ? { ...relation, wordsAt: this.#slid.wordsAt } : relation
    const said = lit ? spoken(shaped) : shaped
    const arrow = drawArrow(said, from, to, { board: this.#scene.board, ports, lit })
    const at = [from.x, from.y, from.w, from.h, to.x, to.y, to.w, to.h]
    kept.set(one.id, { relation, ports, at, arrow })
    return arrow
  }

  #restPorts(): ReadonlyMap<RelationId, Ports> {
    if (this.#ports) return this.#ports
    const fresh = new Map(
      arrowPorts(this.#scene.board, { shown: (relation) => this.#scene.arrows.has(relation.id) }),
    )
    // those that stay as they were keep their identity, and with it what is drawn
    for (const [id, ports] of fresh) {
      const was = this.#lastPorts.get(id)
      if (was && samePorts(was, ports)) fresh.set(id, was)
    }
    this.#lastPorts = fresh
    this.#ports = fresh
    return fresh
  }
}

function sameTint(a: Tint | undefined, b: Tint): boolean {
  return a?.fill === b.fill && a.letter === b.letter
}

function isAt(at: readonly number[], from: SceneItem, to: SceneItem): boolean {
  return (
    at[0] === from.x &&
    at[1] === from.y &&
    at[2] === from.w &&
    at[3] === from.h &&
    at[4] === to.x &&
    at[5] === to.y &&
    at[6] === to.w &&
    at[7] === to.h
  )
}

/** A lit line of the story says its words even where it is silent at rest: “fed into”. */
function spoken(relation: Relation): Relation {
  const look = ARROW_LOOKS[relation.kind]
  if (relation.label !== '' || look.words !== '' || !look.thread || look.head === 'none') return relation
  return { ...relation, label: RELATION_VERBS[relation.kind] }
}
