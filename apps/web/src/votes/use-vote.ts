import { type BoardSnapshot, type Item, isVotedOn, openVote, type Vote } from '@second-story/board'
import { useEffect } from 'react'
import { inReadingOrder } from '../outline/order.ts'
import { useCell } from '../session/cell.ts'
import { sameList, useBoard, useSession } from '../session/use-session.ts'
import { dotsOfMine, loadDots } from './my-dots.ts'

/** The vote in which dots can be given now, if there is one. */
export function useOpenVote(): Vote | null {
  return useBoard((board) => openVote(board.conduct))
}

/** What can be voted on, as one reads a page: never in an order that says how it goes. */
export function useVotedOn(vote: Vote): readonly Item[] {
  return useBoard((board) => votedOn(board, vote), sameList)
}

export function votedOn(board: BoardSnapshot, vote: Vote): readonly Item[] {
  return inReadingOrder([...board.items.values()].filter((item) => isVotedOn(vote, item)))
}

/** My dots in that vote; null until they are known, and for whoever gives none. */
export function useMyDots(vote: Vote) {
  const session = useSession()
  const held = useCell(dotsOfMine)
  const may = session.mayWrite()
  useEffect(() => {
    if (!may) return
    void loadDots(session.board, vote.id)
    // another tab of mine may have given some
    const again = (): void =>
      void (document.visibilityState === 'visible' && loadDots(session.board, vote.id))
    document.addEventListener('visibilitychange', again)
    return () => document.removeEventListener('visibilitychange', again)
  }, [session, vote.id, may])
  return may && held?.vote === vote.id ? held : null
}
