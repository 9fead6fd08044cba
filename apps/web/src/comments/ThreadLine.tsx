import { aboutOf, type Thread } from '@second-story/board'
import { Button } from 'react-aria-components/Button'
import { useBoard } from '../session/use-session.ts'
import styles from './Panel.module.css'
import { oneLine, sayAbout } from './say-thread.ts'
import { say } from './words.ts'

interface ThreadLineProps {
  readonly thread: Thread
  readonly unseen: boolean
  readonly waiting: boolean
  readonly onPress: () => void
}

/** A thread as a line one can press. */
export function ThreadLine({ thread, unseen, waiting, onPress }: ThreadLineProps) {
  const about = useBoard((board) => sayAbout(aboutOf(thread.on, board)))
  const { first, answers } = thread
  const words = first.removed === null ? oneLine(first.text, 200) : say.removedByAuthor
  return (
    <li>
      <Button className={styles.line ?? ''} onPress={onPress} data-thread-line={thread.id}>
        <span className={styles.about}>{about}</span>
        <span className={styles.words}>
          <b>{first.by}</b> {words}
        </span>
        <span className={styles.foot}>
          {answers.length > 0 && <span>{say.answers(answers.length)}</span>}
          {waiting && <span>{say.waiting}</span>}
          {unseen && <span className={styles.unseen}>{say.unseen(1)}</span>}
        </span>
      </Button>
    </li>
  )
}
