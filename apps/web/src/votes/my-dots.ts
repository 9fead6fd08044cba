import { type Item, openVote } from '@second-story/board'
import type { DotsAnswer } from '@second-story/protocol'
import { announce } from '../aloud/announce.ts'
import { myDots, putDots } from '../api/votes.ts'
import { nameOf } from '../outline/item-words.ts'
import { tellFailure } from '../review/tell-failure.ts'
import type { BoardSession } from '../session/board-session.ts'
import { Cell } from '../session/cell.ts'
import { say } from './words.ts'

/** My dots in the vote that is open; null until the server has told them. Never kept in this browser. */
export const dotsOfMine = new Cell<(DotsAnswer & { readonly vote: string }) | null>(null)

/** What is asked of the server goes one after the other, so that the last press is the last word. */
let asked: Promise<void> = Promise.resolve()
let waiting = 0

/** Asks which dots of mine lie where; fits a page that has just opened, and another tab of mine. */
export async function loadDots(board: string, vote: string): Promise<void> {
  try {
    const answer = await myDots(board, vote)
    if (waiting === 0) dotsOfMine.set({ ...answer, vote })
  } catch (error) {
    tellFailure(error)
  }
}

/** One dot more, or one fewer, on a thing; shown at once, put back as it is where the server says otherwise. False: not now. */
export function changeDots(session: BoardSession, item: Item, by: 1 | -1): boolean {
  const vote = openVote(session.live.snapshot.conduct)
  const held = dotsOfMine.get()
  if (!vote || held?.vote !== vote.id || !session.mayWrite()) return false
  const next = changed(held, item.id, by)
  if (!next) {
    announce(say.left(held.left))
    return false
  }
  dotsOfMine.set({ ...next, vote: vote.id })
  const words = nameOf(item)
  announce(by > 0 ? say.gave(words, next.left) : say.took(words, next.left))
  waiting++
  asked = asked.then(async () => {
    try {
      const answer = await putDots(session.board, vote.id, item.id, next.dots[item.id] ?? 0)
      if (waiting === 1 && dotsOfMine.get()?.vote === vote.id) dotsOfMine.set({ ...answer, vote: vote.id })
    } catch (error) {
      tellFailure(error)
      if (openVote(session.live.snapshot.conduct)?.id === vote.id)
        setTimeout(() => void loadDots(session.board, vote.id))
    } finally {
      waiting--
    }
  })
  return true
}

/** The dots after one more or one fewer; null where there is none to give or to take. */
export function changed({ left, dots }: DotsAnswer, id: string, by: 1 | -1): DotsAnswer | null {
  const here = dots[id] ?? 0
  if (by > 0 ? left === 0 : here === 0) return null
  const rest = Object.fromEntries(Object.entries(dots).filter(([other]) => other !== id))
  return { left: left - by, dots: here + by === 0 ? rest : { ...rest, [id]: here + by } }
}
