import type { BoardCard } from '@second-story/protocol'
import { Link } from 'wouter'
import { KIND_WORDS } from '../../board/stage-words.ts'
import { Button } from '../../ui/Button.tsx'
import { BoardMenu } from '../BoardMenu.tsx'
import type { BoardActions } from '../use-boards.ts'
import styles from './Templates.module.css'
import { say } from './words.ts'

export interface TemplatesProps {
  readonly templates: readonly BoardCard[]
  readonly actions: BoardActions
}

/** What one's teams begin boards with. */
export function Templates({ templates, actions }: TemplatesProps) {
  if (templates.length === 0) return null
  return (
    <section className={styles.templates} aria-labelledby="templates">
      <h2 id="templates">{say.heading}</h2>
      <ul className={styles.list}>
        {templates.map((board) => (
          <li key={board.id} className={styles.template}>
            <span className={styles.words}>
              <Link href={`/b/${board.id}`} className={styles.title}>
                {board.title}
              </Link>
              <i>{say.of(board.team.title, KIND_WORDS[board.kind])}</i>
            </span>
            <Button aria-label={say.beginLabel(board.title)} onPress={() => void actions.begin(board)}>
              {say.begin}
            </Button>
            <BoardMenu board={board} actions={actions} />
          </li>
        ))}
      </ul>
    </section>
  )
}
