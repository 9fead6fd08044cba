import { useEffect } from 'react'
import { Aloud } from '../aloud/Aloud.tsx'
import { useOthersSaid } from '../aloud/use-others.ts'
import { useOutlineKey } from '../outline/use-outline-key.ts'
import { useCell } from '../session/cell.ts'
import { useBoard, useSession } from '../session/use-session.ts'
import { Fence } from '../ui/Fence.tsx'
import { later } from '../ui/later.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { useFileDrop } from './import/use-file-drop.ts'
import { useBoardKeys } from './use-board-keys.ts'
import { useView } from './use-view.ts'
import { WideFrame } from './WideFrame.tsx'

const PhoneFrame = later(() => import('./PhoneFrame.tsx').then((m) => m.PhoneFrame))
const BoardAround = later(() => import('./BoardAround.tsx').then((m) => m.BoardAround))

/** One open board on this screen. What is around its views comes once they are drawn. */
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
  // what others do is told from the first moment, and a file dropped early must not take the page away
  useOthersSaid()
  useFileDrop()
  return (
    <>
      {isPhone ? (
        <Fence what="This board">
          <PhoneFrame place={place} />
        </Fence>
      ) : (
        <WideFrame place={place} />
      )}
      <Aloud />
      <Fence what="What lies around the board">
        <BoardAround place={place} isPhone={isPhone} />
      </Fence>
    </>
  )
}
