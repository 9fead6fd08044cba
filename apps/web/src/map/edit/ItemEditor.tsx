import { type ItemId, itemType } from '@second-story/board'
import { drawItem, itemBox } from '@second-story/picture'
import { useEffect, useRef, useState } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import { nounOf, wordsField, wordsOf } from '../../outline/item-words.ts'
import { carry, spliceOf, typeInto } from '../../outline/shared-text.ts'
import { useBoard, useItem, useSession } from '../../session/use-session.ts'
import { draftOf, growingLink } from '../actions/new-item.ts'
import { nextSpot } from '../actions/open-spot.ts'
import { isShareable } from '../live/shareable.ts'
import { useMapState } from '../map-state.ts'
import { currentStage } from '../stage/current-stage.ts'
import { WordsField } from './WordsField.tsx'

/** Edits an item's main words where they stand: letters go straight into shared text, a label when it is done. */
export function ItemEditor({ id }: { readonly id: ItemId }) {
  const session = useSession()
  const board = useBoard((all) => all)
  const item = useItem(id)
  const [typed, setTyped] = useState<string | null>(null)
  const element = useRef<HTMLTextAreaElement | null>(null)
  const shared = item && wordsField(item) === 'text' ? session.text(id, 'text') : null
  useEffect(() => {
    if (isShareable(session.live.snapshot, id)) session.people.show({ typing: id })
    return () => session.people.show({ typing: null })
  }, [session, id])
  // others type into the same words: their letters appear, my caret stays where it was
  useEffect(() => {
    if (!shared) return
    let before = shared.toString()
    const heard = (_: unknown, change: { readonly local: boolean }): void => {
      const now = shared.toString()
      const area = element.current
      const splice = spliceOf(before, now)
      before = now
      if (change.local || !area || !splice) return
      const from = carry(area.selectionStart, splice)
      const to = carry(area.selectionEnd, splice)
      requestAnimationFrame(() => area.setSelectionRange(from, to))
    }
    shared.observe(heard as never)
    return () => shared.unobserve(heard as never)
  }, [shared])
  if (!item?.place) return null
  const field = wordsField(item)
  if (!field) return null
  const value = shared ? wordsOf(item) : (typed ?? wordsOf(item))
  const shown = typed !== null && !shared ? ({ ...item, [field]: typed } as typeof item) : item
  const drawing = drawItem(shown, { board })
  const box = itemBox(shown, board)

  const onInput = (next: string, caret: number): void => {
    if (!shared) {
      setTyped(next)
      return
    }
    const splice = spliceOf(shared.toString(), next, caret)
    if (splice) typeInto(shared, splice, session.history.origins.text)
    setTyped(next)
  }
  const onDone = (how: 'enter' | 'tab' | 'away' | 'escape'): void => {
    const ui = useBoardUi.getState()
    if (ui.editing === id) ui.set({ editing: null })
    const words = typed?.trim()
    if (!shared && how !== 'escape' && words !== undefined && words !== wordsOf(item))
      session.do([{ do: 'set', id, fields: { [field]: words } }])
    if (how !== 'tab') return
    const stage = currentStage.get()
    if (!stage || item.type === 'plain') return
    const spot = nextSpot(stage.scene, box, itemType(item.type).size)
    const links = item.type === 'component' || item.type === 'factor' ? [growingLink(item.type, item)] : []
    useMapState.getState().set({ draft: draftOf(stage.scene, item.type, spot, links) })
  }
  return (
    <WordsField
      drawing={drawing}
      x={box.x}
      y={box.y}
      value={shared ? shared.toString() : value}
      label={`Words of this ${nounOf(item)}`}
      placeholder=""
      onInput={onInput}
      onDone={onDone}
      field={(area) => {
        element.current = area
      }}
    />
  )
}
