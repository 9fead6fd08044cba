import { isId, itemId } from '@second-story/board'
import { useEffect } from 'react'
import { Aloud } from '../aloud/Aloud.tsx'
import { useOutlineKey } from '../outline/use-outline-key.ts'
import { useCell } from '../session/cell.ts'
import { useBoard, useSession } from '../session/use-session.ts'
import { FollowWalking } from '../timeline/FollowWalking.tsx'
import { Fence } from '../ui/Fence.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { useRestoredNotice } from '../versions/use-restored-notice.ts'
import { BoardDialogs } from './BoardDialogs.tsx'
import { useBoardUi } from './board-ui.ts'
import { useFileDrop } from './import/use-file-drop.ts'
import { Notice } from './Notice.tsx'
import { PhoneFrame } from './PhoneFrame.tsx'
import { useBoardKeys } from './use-board-keys.ts'
import { useView, type ViewPlace } from './use-view.ts'
import { WideFrame } from './WideFrame.tsx'

/** One open board on this screen. */
export function BoardScreen() {
  const isPhone = usePhone()
  const session = useSession()
  // a role that changes, or a board that stops, takes the tools away from the whole screen
  useCell(session.me)
  useCell(session.saved)
  const place = useView(isPhone)
  const title = useBoard((board) => board.conduct.title)
  useEffect(() => {
    document.title = title ? `${title} · Second Story` : 'Second Story'
  }, [title])
  useBoardKeys(place)
  useOutlineKey(place)
  useLanding(place, isPhone)
  useFileDrop()
  useRestoredNotice()
  return (
    <>
      {isPhone ? <PhoneFrame place={place} /> : <WideFrame place={place} />}
      <Notice />
      <Aloud />
      <Fence what="Following">
        <FollowWalking />
      </Fence>
      <BoardDialogs place={place} />
    </>
  )
}

/** A link to an item lands on it: selected, and glowing once. */
function useLanding(place: ViewPlace, isPhone: boolean): void {
  const session = useSession()
  const ready = useCell(session.ready)
  const named = window.location.hash.slice(1)
  const there = useBoard((board) => isId(named) && board.items.has(itemId(named)))
  const { go } = place
  useEffect(() => {
    if (!ready || !there || !isId(named)) return
    const id = itemId(named)
    const ui = useBoardUi.getState()
    ui.select([id])
    ui.set({ reveal: { id, at: Date.now() }, ...(isPhone ? { opened: id } : {}) })
    history.replaceState(history.state, '', window.location.pathname)
    go(isPhone ? 'list' : 'map')
  }, [ready, there, named, go, isPhone])
}
