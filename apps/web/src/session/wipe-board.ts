import { clearBoardCopies } from './copy-names.ts'
import { forgetBoard } from './known-board.ts'

/** Takes everything of one board out of this browser. */
export async function wipeBoard(account: string, board: string): Promise<void> {
  forgetBoard(account, board)
  await clearBoardCopies(account, board)
}
