import type { Item, ItemId } from '@second-story/board'
import { useEffect, useRef } from 'react'
import { announce } from '../../aloud/announce.ts'
import { toolDone } from '../../board/tool-done.ts'
import { findOthers } from '../../outline/find-items.ts'
import { nameOf } from '../../outline/item-words.ts'
import { useBoard, useSession } from '../../session/use-session.ts'
import { linkCommands } from '../actions/link.ts'
import { PickField } from '../inspector/PickField.tsx'
import { focusBack } from '../list/focus-back.ts'
import { useMapState } from '../map-state.ts'
import { currentStage } from '../stage/current-stage.ts'
import type { Pointer } from '../tools/pointer.ts'
import styles from './LinkField.module.css'

// what is drawn between components is mostly meant for components, what is told for what is told
function kinFirst(of: Item, found: readonly Item[]): Item[] {
  const kin = (one: Item): number => Number((one.type === 'component') === (of.type === 'component'))
  return [...found].sort((a, b) => kin(b) - kin(a))
}

/** The other end of arrows, by a few letters and Enter; the pointer may choose it too. */
export function LinkField({
  from,
  pointer,
}: {
  readonly from: readonly ItemId[]
  readonly pointer: Pointer
}) {
  const session = useSession()
  const board = useBoard((all) => all)
  const done = useRef(false)
  useEffect(() => {
    if (pointer.gesture.kind !== 'link') pointer.startLink(from)
  }, [from, pointer])
  const items = from.flatMap((id) => board.items.get(id) ?? [])
  const [first] = items
  const stage = currentStage.get()
  const box = stage?.bounds(from)
  if (!first || !stage || !box) return null
  const corner = stage.toScreen({ x: box.x, y: box.y + box.h })
  const { w, h } = stage.size()
  const close = (): void => useMapState.getState().set({ linking: null })
  return (
    <div
      className={styles.link}
      data-over-map
      style={{
        left: Math.max(12, Math.min(corner.x, w - 272)),
        top: Math.max(12, Math.min(corner.y + 12, h - 296)),
      }}
      onKeyDownCapture={(event) => {
        if (event.key === 'Escape') {
          pointer.cancel()
          focusBack()
        }
      }}
    >
      <PickField
        quiet
        label={
          items.length === 1 ? 'Connect to: click it, or a few letters' : `Connect all ${items.length} to …`
        }
        find={(typed) =>
          kinFirst(first, findOthers(board, first, typed)).filter((one) => !from.includes(one.id))
        }
        onPick={(other) => {
          if (done.current) return
          done.current = true
          const commands = linkCommands(items, other, session.makeId)
          if (commands.length > 0 && session.do(commands).ok) announce(`Connected to ${nameOf(other)}.`)
          pointer.cancel()
          focusBack()
          toolDone()
          close()
        }}
        onClose={close}
      />
    </div>
  )
}
