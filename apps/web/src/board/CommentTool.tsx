import { MessageSquare } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { commentHere } from '../comments/start.ts'
import { useMayTalk } from '../comments/use-threads.ts'
import { say } from '../comments/words.ts'
import { useSession } from '../session/use-session.ts'
import { Tip } from '../ui/Tip.tsx'
import { useBoardUi } from './board-ui.ts'
import styles from './Rail.module.css'

/** Whoever looks on has it too, where the board lets them comment. */
export function CommentTool() {
  const may = useMayTalk()
  const on = useBoardUi((ui) => ui.tool === 'comment')
  const session = useSession()
  if (!may) return null
  return (
    <Tip words={say.comment} keys="⇧ C" placement="right">
      <Button
        className={styles.tool ?? ''}
        aria-label={say.comment}
        aria-pressed={on}
        data-on={on}
        onPress={() => void commentHere(session)}
      >
        <MessageSquare />
        <b aria-hidden="true">⇧C</b>
      </Button>
    </Tip>
  )
}
