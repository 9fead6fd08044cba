import { useEffect } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { useBoard } from '../session/use-session.ts'
import { sayWhen } from '../timeline/format-when.ts'
import { announce } from './announce.ts'

/** The event that this person stands on now, by their own step or along with others. */
export function useWalkSaid(): void {
  const walking = useBoardUi((ui) => ui.walking)
  const said = useBoard((board) => {
    const event = walking === null ? undefined : board.items.get(walking)
    return event?.type === 'event' ? `${sayWhen(event.when, board.conduct.zone)}: ${event.text}` : ''
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: told at each step, not while it is reworded
  useEffect(() => {
    if (said !== '') announce(said)
  }, [walking])
}
