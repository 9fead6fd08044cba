import type { BoardKind } from '@second-story/board'
import type { BoardCard } from '@second-story/protocol'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { deleteBoard, listBoards, makeBoard, openBundle, renameBoard, restoreBoard } from '../api/boards.ts'
import { JUST_MADE } from '../board/TitleField.tsx'
import { toast } from '../ui/toast.ts'
import { newTitle } from './card-words.ts'
import type { CopyWish } from './copies/CopyDialog.tsx'
import { say } from './copies/words.ts'

const KEY = ['boards']
/** Who is here now changes by itself. */
const LOOK_AGAIN_MS = 15_000

export function useBoards() {
  return useQuery({ queryKey: KEY, queryFn: listBoards, refetchInterval: LOOK_AGAIN_MS })
}

export interface BoardActions {
  /** makes a board and opens it, its title ready to be overtyped */
  make(kind: BoardKind, from?: string, team?: string): Promise<void>
  /** the same board once more, or a template of it */
  copy(board: BoardCard, wish: CopyWish): Promise<void>
  /** makes a board of a template and opens it */
  begin(template: BoardCard): Promise<void>
  /** a board from a file, opened */
  open(file: File, team?: string): Promise<void>
  rename(board: BoardCard, title: string): Promise<void>
  /** can be undone from the toast, and for 30 days from the list below */
  remove(board: BoardCard): Promise<void>
  restore(id: string): Promise<void>
}

export function useBoardActions(): BoardActions {
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const look = () => queries.invalidateQueries({ queryKey: KEY })
  const telling = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      toast((error as Error).message, { tone: 'error' })
    }
  }
  const restore = (id: string) =>
    telling(async () => {
      await restoreBoard(id)
      await look()
    })
  return {
    make: (kind, from, team) =>
      telling(async () => {
        const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
        const board = await makeBoard({
          kind,
          title: newTitle(kind, Date.now()),
          zone,
          ...(from ? { from } : {}),
          ...(team ? { team } : {}),
        })
        sessionStorage.setItem(JUST_MADE, board.id)
        navigate(`/b/${board.id}`)
      }),
    copy: (board, { title, take, templateOf }) =>
      telling(async () => {
        const { id } = await makeBoard({
          kind: board.kind,
          title,
          from: board.id,
          take,
          ...(templateOf === null ? {} : { team: templateOf, asTemplate: true }),
        })
        await look()
        toast(templateOf === null ? say.copied(title) : say.saved(title), {
          action: { label: say.open, onPress: () => navigate(`/b/${id}`) },
        })
      }),
    begin: (template) =>
      telling(async () => {
        const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
        const title = newTitle(template.kind, Date.now())
        const { team, kind, id } = template
        const board = await makeBoard({ kind, title, zone, team: team.id, template: id })
        sessionStorage.setItem(JUST_MADE, board.id)
        navigate(`/b/${board.id}`)
      }),
    open: (file, team) =>
      telling(async () => {
        const board = await openBundle(file, team)
        await look()
        navigate(`/b/${board.id}`)
      }),
    rename: (board, title) =>
      telling(async () => {
        await renameBoard(board.id, title)
        await look()
      }),
    remove: (board) =>
      telling(async () => {
        await deleteBoard(board.id)
        await look()
        toast(`“${board.title}” is deleted. It can be brought back for 30 days.`, {
          action: { label: 'Undo', onPress: () => void restore(board.id) },
        })
      }),
    restore,
  }
}
