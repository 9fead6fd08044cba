import { NOTE_COLOURS } from '@second-story/board'
import { Group, Scaling, StickyNote } from 'lucide-react'
import { useMemo } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import type { KeyAction } from '../../board/keyboard/key-hub.ts'
import { useKeys } from '../../board/keyboard/use-keys.ts'
import { type Action, useActions } from '../../board/palette/action-registry.ts'
import { useBoard, useSession } from '../../session/use-session.ts'
import { dressNotes, nextSize, notesOf } from './note-look.ts'
import { putTogether } from './put-together.ts'
import { say } from './words.ts'

/** The keys and palette entries of notes: 1 to 5 their ground, S their size, while only notes are selected. */
export function useNotes(): void {
  const session = useSession()
  const selected = useBoardUi((ui) => ui.items)
  const notes = useBoard((board) => notesOf(board, selected).length)
  const may = session.mayWrite()
  const dress = (act: () => boolean): KeyAction => {
    return () => {
      const { items } = useBoardUi.getState()
      const all = items.size > 0 && notesOf(session.live.snapshot, items).length === items.size
      return all && session.mayWrite() ? act() : false
    }
  }
  const items = () => useBoardUi.getState().items
  useKeys({
    ...Object.fromEntries(
      NOTE_COLOURS.map((colour, at) => [
        String(at + 1),
        dress(() => dressNotes(session, items(), { colour })),
      ]),
    ),
    s: dress(() => nextSize(session, items())),
  })
  const actions = useMemo((): readonly Action[] => {
    if (!may || notes === 0) return []
    const chosen = () => useBoardUi.getState().items
    const grounds = NOTE_COLOURS.map((colour, at) => ({
      id: `note-${colour}`,
      label: say.inGround(say[colour]),
      others: say.others,
      keys: String(at + 1),
      icon: <StickyNote />,
      run: () => void dressNotes(session, chosen(), { colour }),
    }))
    const size = {
      id: 'note-size',
      label: say.nextSize,
      others: say.others,
      keys: 'S',
      icon: <Scaling />,
      run: () => void nextSize(session, chosen()),
    }
    const together = {
      id: 'notes-together',
      label: say.together,
      others: say.togetherOthers,
      icon: <Group />,
      run: () => void putTogether(session, chosen()),
    }
    return [...grounds, size, ...(notes > 1 ? [together] : [])]
  }, [session, may, notes])
  useActions(actions)
}
