import { useQuery } from '@tanstack/react-query'
import { listBoards } from '../api/boards.ts'
import { useSession } from '../session/use-session.ts'

/** The other boards of this person on which a system is drawn; none while that is not known, and none for a sample. */
export function useDrawnBoards() {
  const session = useSession()
  const { data, error } = useQuery({
    queryKey: ['boards'],
    queryFn: listBoards,
    enabled: session.sample === null,
  })
  const boards = (data?.boards ?? []).filter(
    (board) => board.id !== session.board && board.counts.components > 0,
  )
  return { boards, error, known: data !== undefined }
}
