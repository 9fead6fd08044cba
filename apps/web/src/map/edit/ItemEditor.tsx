import type { ItemId } from '@second-story/board'
import { drawItem, itemBox } from '@second-story/picture'
import { useEffect, useRef, useState } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import { nounOf, wordsField, wordsOf } from '../../outline/item-words.ts'
import { carry, spliceOf, typeInto } from '../../outline/shared-text.ts'
import { useBoard, useItem, useSession } from '../../session/use-session.ts'
import { draftOf, growingLink } from '../actions/new-item.ts'
import { nextOf } from '../actions/next-of.ts'
import { isShareable } from '../live/shareable.ts'
import { useMapState } from '../map-state.ts'
import { currentStage } from '../stage/current-stage.ts'
import { type Done, WordsField } from './WordsField.tsx'

/** Edits an item's main words where they stand: letters go straight into shared text, a label when it is done. */
export function ItemEditor({ id }: { readonly id: ItemId }) {
  const session = useSession()
  const board = useBoard((all) => all)
  const item = useItem(id)
  const [typed, setTyped] = useState<string | null>(null)
  const element = useRef<HTMLTextAreaElement | null>(null)
  /** what the field shows: shared text, but for what came while an input method composes */
  const shown = useRef('')
  const composing = useRef(false)
  const shared = item && wordsField(item) === 'text' ? session.text(id, 'text') : null
  useEffect(() => {
    if (isShareable(session.live.snapshot, id)) session.people.show({ typing: id })
    return () => session.people.show({ typing: null })
  }, [session, id])
  // others type into the same words: their letters appear at once, so that the next of mine is told from theirs
  useEffect(() => {
    if (!shared) return
    shown.current = shared.toString()
    const heard = (_: unknown, change: { readonly local: boolean }): void => {
      const now = shared.toString()
      const area = element.current
      const splice = spliceOf(shown.current, now)
      if (change.local || !area || !splice || composing.current) return
      const [from, to] = [carry(area.selectionStart, splice), carry(area.selectionEnd, splice)]
      area.value = now
      area.setSelectionRange(from, to)
      shown.current = now
    }
    shared.observe(heard as never)
    return () => shared.unobserve(heard as never)
  }, [shared])
  if (!item?.place) return null
  const field = wordsField(item)
  if (!field) return null
  const value = shared ? wordsOf(item) : (typed ?? wordsOf(item))
  const drawn = typed !== null && !shared ? ({ ...item, [field]: typed } as typeof item) : item
  const drawing = drawItem(drawn, { board })
  const box = itemBox(drawn, board)

  const onInput = (next: string, caret: number): void => {
    if (!shared) {
      setTyped(next)
      return
    }
    const mine = spliceOf(shown.current, next, caret)
    const theirs = spliceOf(shown.current, shared.toString())
    if (mine) {
      const at = theirs ? carry(mine.at, theirs) : mine.at
      typeInto(shared, { ...mine, at: Math.min(at, shared.length) }, session.history.origins.text)
    }
    shown.current = composing.current ? next : shared.toString()
    setTyped(next)
  }
  const onDone = (how: Done): void => {
    const ui = useBoardUi.getState()
    if (ui.editing === id) ui.set({ editing: null })
    const words = typed?.trim()
    if (!shared && how !== 'escape' && words !== undefined && words !== wordsOf(item))
      session.do([{ do: 'set', id, fields: { [field]: words } }])
    if (how !== 'tab' && how !== 'below') return
    const stage = currentStage.get()
    if (!stage || item.type === 'plain') return
    const spot = nextOf(stage.scene, box, item.type, how)
    const links = item.type === 'component' || item.type === 'factor' ? [growingLink(item.type, item)] : []
    useMapState.getState().set({ draft: draftOf(stage.scene, item.type, spot, links) })
  }
  return (
    <WordsField
      drawing={drawing}
      x={box.x}
      y={box.y}
      value={shared && !composing.current ? shared.toString() : shared ? shown.current : value}
      label={`Words of this ${nounOf(item)}`}
      placeholder=""
      onInput={onInput}
      onCompose={(on) => {
        composing.current = on
        if (on || !shared) return
        // what others wrote meanwhile appears now
        shown.current = shared.toString()
        setTyped(shown.current)
      }}
      onDone={onDone}
      field={(area) => {
        element.current = area
      }}
    />
  )
}
