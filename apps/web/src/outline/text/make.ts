import { firstLine, type Item, type ItemId, itemType } from '@second-story/board'
import { isConnectable } from '../../items/connect-choices.ts'
import { guessKind } from '../../map/type-line/guess-kind.ts'
import { entryCommands, readEntry } from '../../timeline/fast-entry.ts'
import { eventsOf } from '../../timeline/order.ts'
import { openPlace } from '../make-item.ts'
import { connectTyped } from './connect.ts'
import { drawLine } from './draw-line.ts'
import { addAt, type Edit, type EditContext, sayPartOf, sayPlace, sizeFor } from './edit.ts'
import type { Spot } from './outline.ts'
import { readTyped } from './read-typed.ts'
import { roomIn } from './room-in.ts'

/**
 * What Enter makes of a line typed at a spot: one thing; components with arrows between them; or an arrow from
 * `above`, the line that it was typed below. Null where nothing was typed.
 */
export function makeTyped(
  context: EditContext & { readonly now: number },
  spot: Spot,
  typed: string,
  above: Item | null,
): Edit | null {
  const read = readTyped(typed, spot.type)
  if (read.does === 'nothing') return null
  if (read.does === 'draw') return drawLine(context, read.line, spot.boundary)
  if (read.does === 'connect' && above && isConnectable(above)) return connectTyped(context, above, read.to)
  // an arrow that begins nowhere: its other end is still worth a line
  const words = read.does === 'words' ? read.words : read.to.names.join(', ')
  return spot.type === 'event' ? makeEvent(context, words) : makeOne(context, spot, words)
}

function makeOne(context: EditContext, spot: Spot, typed: string): Edit {
  const { board, makeId } = context
  const id = makeId() as ItemId
  const words = itemType(spot.type).words === 'name' ? typed.replace(/\s+/g, ' ').slice(0, 200) : typed
  const fields = spot.type === 'component' ? { kind: guessKind(words) } : {}
  const size = sizeFor(board, spot.type, words, fields)
  const room =
    spot.type === 'component' || spot.type === 'boundary' ? roomIn(board, spot.boundary, size) : null
  const open = { ...openPlace(board, spot.type), ...size }
  const place = spot.type === 'idea' ? null : room ? { ...room.place } : open
  const grown = room?.grown ?? []
  return {
    commands: [
      addAt(context, spot, id, words, place, fields),
      ...(grown.length > 0 ? [{ do: 'place', places: grown }] : []),
    ],
    said: `Added ${firstLine(words, 'it')}${saySpot(context, spot)}.`,
    at: id,
  }
}

function saySpot({ board }: EditContext, spot: Spot): string {
  if (spot.type === 'component' && spot.boundary !== null) return ` ${sayPlace(board, spot.boundary)}`
  return spot.part === null ? '' : ` ${sayPartOf(spot.part)}`
}

function makeEvent(context: EditContext & { readonly now: number }, typed: string): Edit {
  const { board, makeId, now } = context
  const said = { board, events: eventsOf(board), now }
  const entry = readEntry(typed, said)
  // a time alone is not yet an event; it would have nothing to say
  const whole = entry.what === '' ? { ...entry, parsed: null, what: typed } : entry
  const commands = entryCommands(whole, said, makeId) as readonly Record<string, unknown>[]
  const id = commands.find((one) => one.do === 'add')?.id
  return { commands, said: `Added ${firstLine(whole.what, 'an event')}.`, at: (id as ItemId) ?? null }
}
