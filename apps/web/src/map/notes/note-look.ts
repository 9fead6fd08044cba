import {
  type BoardSnapshot,
  type ItemId,
  NOTE_BOXES,
  NOTE_COLOURS,
  NOTE_SIZES,
  type Note,
  type NoteColour,
  type NoteSize,
} from '@second-story/board'
import { announce } from '../../aloud/announce.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Cell } from '../../session/cell.ts'
import { moveCommands } from '../actions/move.ts'
import { isPinned } from '../actions/pin.ts'
import { currentStage } from '../stage/current-stage.ts'
import { say } from './words.ts'

export interface NoteLook {
  readonly colour: NoteColour
  readonly size: NoteSize
}

const KEY = 'second-story:note-look'

/** What the next note looks like: as the last one that was given a look. A choice of this browser. */
export const nextLook = new Cell<NoteLook>(readChoice())

/** The notes among these that can be changed here. */
export function notesOf(board: BoardSnapshot, ids: Iterable<ItemId>): readonly Note[] {
  return [...ids].flatMap((id) => {
    const item = board.items.get(id)
    return item?.type === 'note' ? [item] : []
  })
}

/** Gives all notes among these a ground or a size, and the next note too; false where there is none among them. */
export function dressNotes(session: BoardSession, ids: Iterable<ItemId>, look: Partial<NoteLook>): boolean {
  const notes = notesOf(session.live.snapshot, ids)
  if (notes.length === 0) return false
  keep({ ...nextLook.get(), ...look })
  const fields = { ...look }
  const sets = notes.map(({ id }) => ({ do: 'set', id, fields }))
  const words = look.colour
    ? say.grounded(notes.length, say[look.colour])
    : say.sized(notes.length, say[look.size ?? 'middle'])
  if (session.do([...sets, ...(look.size ? resized(notes, look.size) : [])], words).ok)
    announce(look.colour ? say.nowGround(say[look.colour]) : say.nowSize(say[look.size ?? 'middle']))
  return true
}

/** The next size of all notes among these, from small to large and round again. */
export function nextSize(session: BoardSession, ids: Iterable<ItemId>): boolean {
  const list = [...ids]
  const [first] = notesOf(session.live.snapshot, list)
  if (!first) return false
  const size = NOTE_SIZES[(NOTE_SIZES.indexOf(first.size) + 1) % NOTE_SIZES.length]
  return size !== undefined && dressNotes(session, list, { size })
}

// where the map is not shown (a phone's list) the words alone grow
function resized(notes: readonly Note[], size: NoteSize): readonly Record<string, unknown>[] {
  const scene = currentStage.get()?.scene
  if (!scene) return []
  const boxes = notes.flatMap(({ id, place }) =>
    place && !isPinned(scene, id) ? [[id, { x: place.x, y: place.y, ...NOTE_BOXES[size] }] as const] : [],
  )
  return moveCommands(scene, new Map(boxes), false)
}

function keep(look: NoteLook): void {
  nextLook.set(look)
  try {
    localStorage.setItem(KEY, JSON.stringify(look))
  } catch {
    // without storage the choice holds for this page
  }
}

function readChoice(): NoteLook {
  const usual: NoteLook = { colour: 'yellow', size: 'middle' }
  try {
    const { colour, size } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<NoteLook>
    return {
      colour: NOTE_COLOURS.find((one) => one === colour) ?? usual.colour,
      size: NOTE_SIZES.find((one) => one === size) ?? usual.size,
    }
  } catch {
    return usual
  }
}
