import type { BoardSnapshot, Bookmark, Frame, ItemId, LookAt } from '@second-story/board'
import { nameOf } from '../../outline/item-words.ts'
import { framesOf } from '../present/frames.ts'

/** A part of the board that has a name: a frame as it lies, or a view that somebody named. */
export interface NamedPlace {
  readonly id: ItemId
  readonly name: string
  readonly kind: 'frame' | 'bookmark'
  /** null: it was never said where */
  readonly look: LookAt | null
}

/** All of them: first the frames, as one reads the board, then the others by name. */
export function placesOf(board: BoardSnapshot): readonly NamedPlace[] {
  const marks = [...board.items.values()].filter(
    (item): item is Bookmark => item.type === 'bookmark' && item.revealed === null,
  )
  marks.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
  return [...framesOf(board).map(placeOfFrame), ...marks.map(placeOfMark)]
}

function placeOfFrame(frame: Frame): NamedPlace {
  const { place } = frame
  const look = place && { x: place.x + place.w / 2, y: place.y + place.h / 2, w: place.w, h: place.h }
  return { id: frame.id, name: nameOf(frame), kind: 'frame', look }
}

function placeOfMark(mark: Bookmark): NamedPlace {
  return { id: mark.id, name: nameOf(mark), kind: 'bookmark', look: mark.look }
}

export function samePlaces(a: readonly NamedPlace[], b: readonly NamedPlace[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
