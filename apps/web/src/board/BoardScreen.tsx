import { useEffect } from 'react'
import { Aloud } from '../aloud/Aloud.tsx'
import { useComments } from '../comments/use-comments.tsx'
import { AskBar } from '../go/AskBar.tsx'
import { FollowBar } from '../go/FollowBar.tsx'
import { useTrail } from '../go/trail.ts'
import { useGoActions } from '../go/use-go-actions.tsx'
import { useLanding } from '../go/use-landing.ts'
import { useVisits } from '../go/use-visits.ts'
import { useWhere } from '../go/use-where.ts'
import { useBoardPictures } from '../images/use-board-pictures.ts'
import { useOutlineKey } from '../outline/use-outline-key.ts'
import { useCell } from '../session/cell.ts'
import { useBoard, useSession } from '../session/use-session.ts'
import { FollowWalking } from '../timeline/FollowWalking.tsx'
import { Fence } from '../ui/Fence.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { useRestoredNotice } from '../versions/use-restored-notice.ts'
import { VoteBar } from '../votes/VoteBar.tsx'
import { BoardDialogs } from './BoardDialogs.tsx'
import { useFileDrop } from './import/use-file-drop.ts'
import { Notice } from './Notice.tsx'
import { PhoneFrame } from './PhoneFrame.tsx'
import { useBoardKeys } from './use-board-keys.ts'
import { useView } from './use-view.ts'
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
  useTrail(place)
  useLanding(place, isPhone)
  useWhere(place)
  useVisits(place)
  useGoActions(place)
  useFileDrop()
  useBoardPictures()
  useRestoredNotice()
  useComments(place, isPhone)
  return (
    <>
      {isPhone ? <PhoneFrame place={place} /> : <WideFrame place={place} />}
      <Notice />
      <Fence what="The vote">
        <VoteBar />
      </Fence>
      <Aloud />
      <Fence what="Following">
        <FollowWalking />
      </Fence>
      <FollowBar />
      <AskBar place={place} />
      <BoardDialogs place={place} />
    </>
  )
}
