import type { BoardCard } from '@second-story/protocol'
import { ChevronRight, Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Link } from 'wouter'
import { SAMPLE_CARDS } from '../account/sample-cards.ts'
import styles from './BoardCards.module.css'
import { Card } from './Card.tsx'
import { SamplePicture } from './SamplePicture.tsx'
import { useAboutServer } from './use-about-server.ts'
import type { BoardActions } from './use-boards.ts'

export interface BoardCardsProps {
  readonly boards: readonly BoardCard[]
  readonly actions: BoardActions
  /** what was looked for, or null */
  readonly found: string | null
  readonly onBorrow: () => void
}

export function BoardCards({ boards, actions, found, onBorrow }: BoardCardsProps) {
  const samples = useAboutServer()?.samples !== false
  return (
    <>
      {found !== null && boards.length === 0 && <p className={styles.none}>No board is called “{found}”.</p>}
      {found === null && boards.length === 0 && (
        <p className={styles.none}>
          Nothing here yet. A board takes a click: a review of what happened, a sketch before a Chaos Day, or
          an empty page.{samples && ' Or see first what one can become:'}
        </p>
      )}
      <ul className={styles.grid}>
        {boards.map((board) => (
          <Card key={board.id} board={board} actions={actions} />
        ))}
        {found === null &&
          boards.length === 0 &&
          samples &&
          SAMPLE_CARDS.map((card) => (
            <li key={card.name}>
              <Link href={`/sample/${card.name}`} className={styles.sample}>
                <SamplePicture name={card.name} />
                <b>{card.title}</b>
                <span>{card.words}</span>
                <em>
                  Look around
                  <ChevronRight />
                </em>
              </Link>
            </li>
          ))}
        {found === null && boards.some(({ counts }) => counts.components > 0) && (
          <li>
            <Button className={styles.borrow ?? ''} onPress={onBorrow}>
              <Plus />
              <b>Begin with another board’s system</b>
              <span>What you sketched is what the review draws on</span>
            </Button>
          </li>
        )}
      </ul>
    </>
  )
}
