import { lazy, Suspense, useEffect, useState } from 'react'
import { useGoingOn } from '../account/use-going-on.ts'
import { useProjector } from '../projector/use-projector.ts'
import type { BoardSession } from '../session/board-session.ts'
import { SessionContext } from '../session/use-session.ts'
import { MessagePage } from '../ui/MessagePage.tsx'
import { isWide } from '../ui/use-phone.ts'
import { BoardScreen } from './BoardScreen.tsx'
import { useBoardUi } from './board-ui.ts'
import { keysForget, keysWait } from './keyboard/wait-for-view.ts'
import { openingWords } from './opening-words.ts'
import { loadMap } from './slots.tsx'
import { viewOfPath } from './use-view.ts'

const ProjectorScreen = lazy(async () => ({
  default: (await import('../projector/ProjectorScreen.tsx')).ProjectorScreen,
}))

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
  const projector = useProjector()
  useGoingOn(opened.state === 'open' ? opened.session : null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn opens it again
  useEffect(() => {
    let gone = false
    let mine: BoardSession | null = null
    useBoardUi.getState().reset()
    setOpened({ state: 'opening' })
    if (showsMap()) {
      keysWait()
      loadMap()
    }
    open()
      .then((session) => {
        if (gone) session?.close()
        else if (session) {
          mine = session
          setOpened({ state: 'open', session })
        } else {
          keysForget()
          setOpened({ state: 'failed', error: null })
        }
      })
      .catch((error: unknown) => {
        if (gone) return
        keysForget()
        setOpened({ state: 'failed', error })
      })
    return () => {
      gone = true
      keysForget()
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
          {projector.isOn ? (
            <Suspense fallback={null}>
              <ProjectorScreen />
            </Suspense>
          ) : (
            <BoardScreen />
          )}
        </SessionContext.Provider>
      )
  }
}

/** Will the map be in front? It loads along with the board, and keys wait for it. */
function showsMap(): boolean {
  const { named } = viewOfPath(window.location.pathname)
  return isWide() && (named === null || named === 'map')
}
