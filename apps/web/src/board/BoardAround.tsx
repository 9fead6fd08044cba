import { useEffect } from 'react'
import { useWalkSaid } from '../aloud/use-walk-said.ts'
import { useComments } from '../comments/use-comments.tsx'
import { AskBar } from '../go/AskBar.tsx'
import { FollowBar } from '../go/FollowBar.tsx'
import { useTrail } from '../go/trail.ts'
import { useGoActions } from '../go/use-go-actions.tsx'
import { useLanding } from '../go/use-landing.ts'
import { useVisits } from '../go/use-visits.ts'
import { useWhere } from '../go/use-where.ts'
import { useBoardPictures } from '../images/use-board-pictures.ts'
import { FollowWalking } from '../timeline/FollowWalking.tsx'
import { Fence } from '../ui/Fence.tsx'
import { useRestoredNotice } from '../versions/use-restored-notice.ts'
import { VoteBar } from '../votes/VoteBar.tsx'
import { aroundHere } from './around-here.ts'
import { BoardDialogs } from './BoardDialogs.tsx'
import { Notice } from './Notice.tsx'
import type { ViewPlace } from './use-view.ts'

export interface BoardAroundProps {
  readonly place: ViewPlace
  readonly isPhone: boolean
}

/** What a board has around its views: what opens over them, what is told, what goes along with others. */
export function BoardAround({ place, isPhone }: BoardAroundProps) {
  useTrail(place)
  useLanding(place, isPhone)
  useWhere(place)
  useVisits(place)
  useGoActions(place)
  useBoardPictures()
  useRestoredNotice()
  useComments(place, isPhone)
  useWalkSaid()
  useEffect(() => {
    aroundHere.set(true)
    return () => aroundHere.set(false)
  }, [])
  return (
    <>
      <Notice />
      <Fence what="The vote">
        <VoteBar />
      </Fence>
      <Fence what="Following">
        <FollowWalking />
      </Fence>
      <FollowBar />
      <AskBar place={place} />
      <BoardDialogs place={place} />
    </>
  )
}
