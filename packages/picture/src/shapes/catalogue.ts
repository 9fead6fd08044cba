import type { BoardSnapshot, Component, Item } from '@second-story/board'
import { indexOf } from '../board-index.ts'
import { type Tint, tinted } from '../colouring/tint.ts'
import type { Box, Drawing } from '../drawing.ts'
import { bookmark } from './bookmark.ts'
import { boundary } from './boundary.ts'
import { component } from './component.ts'
import { event } from './event.ts'
import { factor } from './factor.ts'
import { flow } from './flow.ts'
import { frame } from './frame.ts'
import { idea } from './idea.ts'
import { image } from './image.ts'
import { insight } from './insight.ts'
import { note } from './note.ts'
import { plain } from './plain.ts'
import { question } from './question.ts'
import type { Shape, Size } from './shape.ts'
import { stamped } from './stamped.ts'
import { text } from './text.ts'

/** Every item type there is. */
const SHAPES: { readonly [T in Item['type']]: Shape<Extract<Item, { type: T }>> } = {
  component,
  boundary,
  note,
  text,
  frame,
  event,
  factor,
  insight,
  question,
  idea,
  flow,
  image,
  bookmark,
  plain,
}

export interface Look {
  readonly board: BoardSnapshot
  /** the colour of its group, where components are coloured by one */
  readonly tint?: Tint | undefined
}

function shapeOf(item: Item): Shape<Item> {
  return SHAPES[item.type] as unknown as Shape<Item>
}

/** The item as marks, at the size of `itemBox`. */
export function drawItem(item: Item, look: Look): Drawing {
  const { w, h } = itemBox(item, look.board)
  const drawing = stamped(shapeOf(item).draw(item, { w, h }, look.board), item, look.board)
  return look.tint ? tinted(drawing, look.tint) : drawing
}

/** The size its words need: what to place a new item with, and what double-clicking a corner gives. */
export function fitItem(item: Item, board: BoardSnapshot): Size {
  return shapeOf(item).fit(item, board)
}

/**
 * Where and how large an item is drawn: its place, grown downwards where its words need more. Arrows, hits and
 * selections go by this box. An item without a place lies at 0, 0.
 */
export function itemBox(item: Item, board: BoardSnapshot): Box {
  const about = indexOf(board).about.get(item.id) ?? NOTHING
  const known = boxes.get(item)
  if (known && sameList(known.about, about)) return known.box
  const box = boxOf(item, board)
  boxes.set(item, { about, box })
  return box
}

// an item keeps its identity while unchanged, so does what it is about: its box holds until either changes
const boxes = new WeakMap<Item, { readonly about: readonly Component[]; readonly box: Box }>()
const NOTHING: readonly Component[] = []

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((one, at) => one === b[at]))
}

function boxOf(item: Item, board: BoardSnapshot): Box {
  if (!item.place) return { x: 0, y: 0, ...fitItem(item, board) }
  const { x, y } = item.place
  const w = Math.max(24, item.place.w)
  return { x, y, w, h: Math.max(item.place.h, shapeOf(item).least(item, w, board), 16) }
}
