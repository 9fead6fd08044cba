import { type BoardSnapshot, type Item, type ItemId, stepAt } from '@second-story/board'
import { Footprints } from 'lucide-react'
import { useEffect } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { nameOf } from '../outline/item-words.ts'
import { useCell } from '../session/cell.ts'
import { useBoard, useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { toast } from '../ui/toast.ts'
import styles from './FollowWalking.module.css'
import { leader, mayLead, type Stood, standing, stepTaken } from './follow.ts'
import { sayWhen } from './format-when.ts'
import { followAgain } from './walk.ts'

/**
 * Goes along with whoever leads the walk, for as long as the board is open, and says so where this person looks
 * around on their own. Mounted once, in every view.
 */
export function FollowWalking() {
  const session = useSession()
  const people = useCell(session.people.list)
  const walking = useBoardUi((ui) => ui.walking)
  const following = useBoardUi((ui) => ui.following)
  const ahead = leader(people)
  const zone = useBoard((board) => board.conduct.zone)
  const gone = useBoard((board) => walking !== null && stopOf(board, walking) === null)
  const there = useBoard((board) => {
    const item = ahead?.walking ? stopOf(board, ahead.walking) : null
    return item?.type === 'event' || item?.type === 'frame' || item?.type === 'flow' ? item : null
  })

  useEffect(() => {
    let before: Stood = new Map()
    let first = true
    const heard = (): void => {
      const now = session.people.list.get()
      const walk = stepTaken(before, now)
      before = standing(now)
      const ui = useBoardUi.getState()
      if (!walk || !ui.following || walk.event === ui.walking) return
      ui.set({ walking: walk.event })
      // one voice: who goes along with another leader no longer leads
      if (mayLead(session.me.get().role)) session.people.show({ walking: null })
      const event = walk.event ? stopOf(session.live.snapshot, walk.event) : null
      if (first && event?.type === 'event')
        toast(`Everyone is at ${sayWhen(event.when, session.live.snapshot.conduct.zone)}.`)
      else if (first && (event?.type === 'frame' || event?.type === 'flow'))
        toast(`Everyone is at ${nameOf(event)}.`)
      first = false
    }
    heard()
    return session.people.list.subscribe(heard)
  }, [session])

  useEffect(() => {
    if (gone) useBoardUi.getState().set({ walking: null })
  }, [gone])
  useEffect(() => {
    if (following) followAgain(session)
  }, [following, session])

  if (following || !there || ahead?.walking === walking) return null
  return (
    <div className={styles.away} role="status">
      <Footprints aria-hidden="true" />
      <span>
        You look around on your own. Everyone is at{' '}
        <b>{there.type === 'event' ? sayWhen(there.when, zone) : nameOf(there)}</b>
      </span>
      <Button variant="link" size="small" onPress={() => followAgain(session)}>
        Follow
      </Button>
    </div>
  )
}

/** What people stand on: an event, a frame, or the flow of which it is a step; null where it is gone. */
function stopOf(board: BoardSnapshot, id: ItemId): Item | null {
  return board.items.get(id) ?? stepAt(board, id)?.flow ?? null
}
