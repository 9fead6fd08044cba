import type { Comment } from './comments/comment.ts'
import type { Conduct } from './conduct.ts'
import type { Values } from './fields.ts'
import type { ItemId, RelationId } from './ids.ts'
import type { ItemTypes } from './items/catalogue.ts'
import type { LayerName } from './layers.ts'
import type { ProseBlock } from './prose/blocks.ts'
import type { RelationKind } from './relations/kinds.ts'
import type { ArrowShape } from './relations/shape.ts'
import type { Stroke, StrokeId } from './strokes/stroke.ts'

/** Where an item lies. In a snapshot x and y are absolute canvas units; in the document relative to `parent`. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly parent: ItemId | null
  /** a fractional index: who lies above whom, and reading order */
  readonly order: string
  /** it stays: hands and tidying leave it where it lies; absent where nobody pinned it */
  readonly pinned?: true
}

/** What every item has, whatever its type. */
export interface ItemCommon {
  readonly id: ItemId
  readonly layer: LayerName
  /** null: it lives only in lists */
  readonly place: Place | null
  /** the quiet-writing round in which it was written, if any */
  readonly round: string | null
  /** the writer wants it left out of Show all */
  readonly keptBack: boolean
  /** this private item was shown; the id of its copy in `common` */
  readonly revealed: ItemId | null
  readonly tags: readonly string[]
  /** ms since 1970; null while it is there */
  readonly deleted: number | null
  /** it is gone because its maker took the making back, not because somebody removed it */
  readonly undone?: true
  /** things that share this word are moved and selected together; not there for what stands alone */
  readonly group?: string
}

export type Component = ItemCommon & { readonly type: 'component' } & Values<ItemTypes['component']['fields']>
export type Boundary = ItemCommon & { readonly type: 'boundary' } & Values<ItemTypes['boundary']['fields']>
export type Note = ItemCommon & { readonly type: 'note' } & Values<ItemTypes['note']['fields']>
export type TextItem = ItemCommon & { readonly type: 'text' } & Values<ItemTypes['text']['fields']>
export type Frame = ItemCommon & { readonly type: 'frame' } & Values<ItemTypes['frame']['fields']>
export type TimelineEvent = ItemCommon & { readonly type: 'event' } & Values<ItemTypes['event']['fields']>
export type Factor = ItemCommon & { readonly type: 'factor' } & Values<ItemTypes['factor']['fields']>
export type Insight = ItemCommon & { readonly type: 'insight' } & Values<ItemTypes['insight']['fields']>
export type Question = ItemCommon & { readonly type: 'question' } & Values<ItemTypes['question']['fields']>
export type Idea = ItemCommon & { readonly type: 'idea' } & Values<ItemTypes['idea']['fields']>
export type ImageItem = ItemCommon & { readonly type: 'image' } & Values<ItemTypes['image']['fields']>
export type Flow = ItemCommon & { readonly type: 'flow' } & Values<ItemTypes['flow']['fields']>
export type Bookmark = ItemCommon & { readonly type: 'bookmark' } & Values<ItemTypes['bookmark']['fields']>
/** A type this version does not know: kept, and shown as a plain card. */
export type PlainItem = ItemCommon & { readonly type: 'plain'; readonly of: string; readonly name: string }

export type Item =
  | Component
  | Boundary
  | Note
  | TextItem
  | Frame
  | TimelineEvent
  | Factor
  | Insight
  | Question
  | Idea
  | Flow
  | ImageItem
  | Bookmark
  | PlainItem

export interface Relation extends ArrowShape {
  readonly id: RelationId
  readonly layer: LayerName
  readonly from: ItemId
  readonly to: ItemId
  readonly kind: RelationKind
  /** words typed by people; '' where none were */
  readonly label: string
  /** ms since 1970; null while it is there */
  readonly deleted: number | null
}

/** A usable, frozen board, whatever state the documents are in. Items and relations keep identity while unchanged. */
export interface BoardSnapshot {
  readonly conduct: Conduct
  readonly items: ReadonlyMap<ItemId, Item>
  /** arrows and chips whose two ends are there */
  readonly relations: ReadonlyMap<RelationId, Relation>
  /** lines drawn by hand */
  readonly strokes: ReadonlyMap<StrokeId, Stroke>
  /** what was deleted and can be restored */
  readonly deleted: ReadonlyMap<ItemId, Item>
  /** the hand-written parts of the record: section -> blocks */
  readonly prose: ReadonlyMap<string, readonly ProseBlock[]>
  /** what people said beside the board, removed ones too, by id; `threadsOf` puts them in order */
  readonly comments: ReadonlyMap<string, Comment>
  /** the document was written by a newer version: show it, do not write it (DESIGN section 3) */
  readonly newer: boolean
}
