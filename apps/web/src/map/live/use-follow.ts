import { useEffect } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import type { Person } from '../../presence/people.ts'
import { useSession } from '../../session/use-session.ts'
import type { View } from '../flow/flow-port.ts'
import type { Stage } from '../stage/stage.ts'

/** Goes along with the view of a person who is followed, and visits one once; one's own pan ends the following. */
export function useFollow(stage: Stage | null): void {
  const session = useSession()
  useEffect(() => {
    if (!stage) return
    const { people } = session
    const go = (account: string, ms: number): void => {
      const view = viewOfPerson(
        people.all.find((person) => person.account === account),
        stage.size(),
      )
      if (view) stage.look(view, ms)
    }
    let last = ''
    const follow = (): void => {
      const { follows } = useBoardUi.getState()
      if (!follows) return
      const seen = people.all.find((person) => person.account === follows)?.viewport
      const key = JSON.stringify(seen)
      if (!seen || key === last) return
      last = key
      go(follows, 120)
    }
    const stops = [
      people.onMove(follow),
      people.list.subscribe(follow),
      useBoardUi.subscribe((now, before) => {
        if (now.follows !== before.follows) {
          last = ''
          people.show({ follows: now.follows })
          follow()
        }
        if (now.visit && now.visit !== before.visit) go(now.visit.account, 320)
      }),
    ]
    stage.onOwnGesture = () => {
      const ui = useBoardUi.getState()
      if (ui.follows !== null) ui.set({ follows: null })
    }
    return () => {
      for (const stop of stops) stop()
      stage.onOwnGesture = null
    }
  }, [session, stage])
}

/** What they see, as much of it as fits here; null while they show nothing. */
function viewOfPerson(
  person: Person | undefined,
  size: { readonly w: number; readonly h: number },
): View | null {
  const seen = person?.viewport
  if (!seen || seen.w <= 0 || seen.h <= 0) return null
  const zoom = Math.min(seen.zoom, Math.max(0.1, Math.min(size.w / seen.w, size.h / seen.h)))
  return { x: size.w / 2 - seen.x * zoom, y: size.h / 2 - seen.y * zoom, zoom }
}
