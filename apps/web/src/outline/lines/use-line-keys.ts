import type { Item, ItemId, RelationId } from '@second-story/board'
import type { KeyboardEvent, RefObject } from 'react'
import { singleKeys } from '../../board/keyboard/use-keys.ts'
import { isConnectable } from '../../items/connect-choices.ts'
import { partOfKey } from '../../items/part-keys.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useSession } from '../../session/use-session.ts'
import type { Spot } from '../text/outline.ts'
import { move, playPart, removeArrow, removeLine } from './acts.ts'
import { beginLine, editLine, useOutlineHand } from './hand.ts'
import { headTowards, lineElement, lineTowards } from './line-focus.ts'

const WAYS = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' } as const

/**
 * Keys on a line that has the focus. Whatever is written in a field stays there. Where a press opens the sheet of a thing,
 * Enter does as well, and F2 writes in the line.
 */
export function useLineKeys(
  view: RefObject<HTMLElement | null>,
  spotOf: (id: ItemId) => Spot | null,
  opensSheet: boolean,
): (event: KeyboardEvent) => void {
  const session = useSession()
  return (event) => {
    const line = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-line]') : null
    if (!line || !view.current || event.nativeEvent.isComposing) return
    if (opensSheet && event.key === 'Enter' && isPlain(event)) return
    const done =
      walk(view.current, line, event) ||
      (session.mayWrite() &&
        (line.dataset.relation ? onArrow(session, line, event) : onThing(session, line, event, spotOf)))
    if (!done) return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** Up and down go line by line, with Ctrl heading by heading; right goes to a line's arrows and along them. */
function walk(view: HTMLElement, line: HTMLElement, event: KeyboardEvent): boolean {
  const { key, altKey, shiftKey } = event
  if (altKey || shiftKey) return false
  const go = (to: HTMLElement | null | undefined): boolean => {
    to?.focus()
    to?.scrollIntoView({ block: 'nearest' })
    return true
  }
  if (event.ctrlKey || event.metaKey)
    return (key === 'ArrowDown' || key === 'ArrowUp') && go(headTowards(view, line, key === 'ArrowDown'))
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp':
    case 'Home':
    case 'End':
      return go(lineTowards(view, line, key))
    case 'ArrowLeft':
      return go(line.dataset.of ? lineElement(line.dataset.of) : null)
    case 'ArrowRight': {
      if (line.dataset.other) return go(lineElement(line.dataset.other))
      const next = lineTowards(view, line, 'ArrowDown')
      return go(next?.dataset.of === line.dataset.item ? next : null)
    }
    default:
      return false
  }
}

function onArrow(session: BoardSession, line: HTMLElement, event: KeyboardEvent): boolean {
  const id = line.dataset.relation as RelationId
  const owner = line.dataset.of as ItemId
  if (isPlain(event) && (event.key === 'Enter' || event.key === 'F2')) editLine(`${owner}:${id}`)
  else if (event.key === 'Delete' || event.key === 'Backspace') removeArrow(session, id, owner)
  else return false
  return true
}

function onThing(
  session: BoardSession,
  line: HTMLElement,
  event: KeyboardEvent,
  spotOf: (id: ItemId) => Spot | null,
): boolean {
  const item = session.live.snapshot.items.get(line.dataset.item as ItemId)
  const { key, altKey } = event
  if (!item || item.type === 'plain') return false
  if (altKey && key in WAYS) {
    move(session, item, WAYS[key as keyof typeof WAYS])
    return true
  }
  if (event.shiftKey && key === 'Enter') return beginBelow(item, spotOf, '')
  if (!isPlain(event) && key !== '>' && key !== '<') return false
  switch (key) {
    case 'Enter':
    case 'F2':
      editLine(item.id)
      return true
    case 'Delete':
    case 'Backspace':
      removeLine(session, item)
      return true
    case '>':
    case '<':
      return isConnectable(item) && beginBelow(item, spotOf, `${key} `)
    default:
      return onLetter(session, item, key)
  }
}

/** Letters alone, where letters alone do something. */
function onLetter(session: BoardSession, item: Item, key: string): boolean {
  if (!singleKeys.get()) return false
  const part = item.type === 'factor' ? partOfKey(key) : null
  if (part) {
    playPart(session, item, part)
    return true
  }
  if (key.toLowerCase() !== 'a' || !isConnectable(item)) return false
  useOutlineHand.setState({ connecting: item.id })
  return true
}

export function beginBelow(item: Item, spotOf: (id: ItemId) => Spot | null, typed: string): boolean {
  const spot = spotOf(item.id)
  if (!spot) return false
  beginLine(spot, item.id, typed)
  return true
}

function isPlain({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return !altKey && !ctrlKey && !metaKey && !shiftKey
}
