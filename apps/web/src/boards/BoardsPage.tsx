import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useKeys } from '../board/keyboard/use-keys.ts'
import { Button } from '../ui/Button.tsx'
import { BoardCards } from './BoardCards.tsx'
import styles from './BoardsPage.module.css'
import { BorrowBoard } from './BorrowBoard.tsx'
import { Templates } from './copies/Templates.tsx'
import { DeletedBoards } from './DeletedBoards.tsx'
import { FindBoard } from './FindBoard.tsx'
import { HomeFrame } from './HomeFrame.tsx'
import { OpenFile } from './OpenFile.tsx'
import { TeamChoice, useTeamChoice } from './TeamChoice.tsx'
import { useBoardActions, useBoards } from './use-boards.ts'

/** Every board of this person, living pictures on cards. */
export function BoardsPage() {
  const { data, error } = useBoards()
  const actions = useBoardActions()
  const team = useTeamChoice()
  const [words, setWords] = useState('')
  const [borrowing, setBorrowing] = useState(false)
  const find = useRef<HTMLInputElement>(null)
  useKeys({ 'mod+k': () => find.current?.focus(), '/': () => find.current?.focus() }, { typing: true })
  const wanted = words.trim().toLocaleLowerCase()
  const found = (data?.boards ?? []).filter((board) => board.title.toLocaleLowerCase().includes(wanted))
  const boards = found.filter((board) => !board.template)
  const templates = found.filter((board) => board.template)
  const make = (kind: Parameters<typeof actions.make>[0]) => void actions.make(kind, undefined, team.id)
  return (
    <HomeFrame page="boards" aside={<FindBoard ref={find} value={words} onChange={setWords} />}>
      <div className={styles.head}>
        <h1>Boards</h1>
        <div className={styles.actions}>
          <TeamChoice choice={team} />
          <OpenFile onFile={(file) => actions.open(file, team.id)} />
          <Button onPress={() => make('blank')}>Blank</Button>
          <Button onPress={() => make('chaos-day')}>Chaos Day</Button>
          <Button variant="primary" onPress={() => make('incident-review')}>
            <Plus />
            Incident review
          </Button>
        </div>
      </div>
      {error && (
        <p className={styles.failed} role="alert">
          {error.message}
        </p>
      )}
      {data && (
        <BoardCards
          boards={boards}
          actions={actions}
          found={wanted === '' ? null : words.trim()}
          onBorrow={() => setBorrowing(true)}
        />
      )}
      <Templates templates={templates} actions={actions} />
      {data && data.deleted.length > 0 && <DeletedBoards boards={data.deleted} restore={actions.restore} />}
      {borrowing && (
        <BorrowBoard
          boards={data?.boards ?? []}
          onChoose={(kind, from) => void actions.make(kind, from, team.id)}
          onClose={() => setBorrowing(false)}
        />
      )}
    </HomeFrame>
  )
}
