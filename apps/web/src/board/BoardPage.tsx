import { useEffect, useState } from 'react'
import type { BoardSession } from '../session/board-session.ts'
import { SessionContext } from '../session/use-session.ts'
import { MessagePage } from '../ui/MessagePage.tsx'
import { BoardScreen } from './BoardScreen.tsx'
import { useBoardUi } from './board-ui.ts'
import { openingWords } from './opening-words.ts'

export interface BoardPageProps {
  /** opens the board; null: there is none of that name. A new function opens anew */
  readonly open: () => Promise<BoardSession | null>
}

type Opened =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly session: BoardSession }
  | { readonly state: 'failed'; readonly error: unknown }

/** Opens a board and shows it, or says why it does not open. */
export function BoardPage({ open }: BoardPageProps) {
  const [opened, setOpened] = useState<Opened>({ state: 'opening' })
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn opens it again
  useEffect(() => {
    let gone = false
    let mine: BoardSession | null = null
    useBoardUi.getState().reset()
    setOpened({ state: 'opening' })
    open()
      .then((session) => {
        if (gone) session?.close()
        else if (session) {
          mine = session
          setOpened({ state: 'open', session })
        } else setOpened({ state: 'failed', error: null })
      })
      .catch((error: unknown) => {
        if (!gone) setOpened({ state: 'failed', error })
      })
    return () => {
      gone = true
      mine?.close()
    }
  }, [open, turn])

  switch (opened.state) {
    case 'opening':
      return <MessagePage quiet title="Opening the board" />
    case 'failed': {
      const words = openingWords(opened.error)
      return <MessagePage {...words} again={() => setTurn((n) => n + 1)} />
    }
    case 'open':
      return (
        <SessionContext.Provider value={opened.session}>
          <BoardScreen />
        </SessionContext.Provider>
      )
  }
}
