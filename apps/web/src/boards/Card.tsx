import type { BoardCard } from '@second-story/protocol'
import { Link } from 'wouter'
import { say } from '../comments/words.ts'
import { useCell } from '../session/cell.ts'
import { AvatarStack } from '../ui/AvatarStack.tsx'
import { theme } from '../ui/theme.ts'
import { BoardMenu } from './BoardMenu.tsx'
import styles from './Card.module.css'
import { cardWords } from './card-words.ts'
import type { BoardActions } from './use-boards.ts'

export interface CardProps {
  readonly board: BoardCard
  readonly actions: BoardActions
}

/** A board: its picture, who is there now, what it is. */
export function Card({ board, actions }: CardProps) {
  const shown = useCell(theme)
  const words = cardWords(board, Date.now())
  return (
    <li className={styles.card}>
      <Link href={`/b/${board.id}`} className={styles.link}>
        <span className={styles.picture}>
          <img
            src={`${board.picture}&theme=${shown}&at=${board.updatedAt}`}
            alt=""
            loading="lazy"
            onError={(event) => {
              event.currentTarget.hidden = true
            }}
          />
        </span>
        <h2>{board.title}</h2>
        <p className={styles.words}>
          {words.map((word, index) => (
            <span key={word} className={index === 0 ? '' : styles.next}>
              {word}
            </span>
          ))}
        </p>
      </Link>
      {board.mentions > 0 && (
        <Link href={`/b/${board.id}?mentions`} className={styles.mentions}>
          {say.unseen(board.mentions)}
        </Link>
      )}
      {board.here.length > 0 && (
        <span className={styles.here}>
          <AvatarStack people={board.here.map((one) => ({ ...one, key: one.id }))} most={3} size={20} />
          here now
        </span>
      )}
      <span className={styles.menu}>
        <BoardMenu board={board} actions={actions} />
      </span>
    </li>
  )
}
