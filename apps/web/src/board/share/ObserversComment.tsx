import { letObserversComment } from '../../api/comments.ts'
import { say } from '../../comments/words.ts'
import { useConduct } from '../../session/use-session.ts'
import { Switch } from '../../ui/Switch.tsx'
import { toast } from '../../ui/toast.ts'
import styles from './ShareDialog.module.css'

/** Whether those who look on may comment; everybody's screen hears of it at once. */
export function ObserversComment({ board }: { readonly board: string }) {
  const { observersComment } = useConduct()
  const change = async (on: boolean): Promise<void> => {
    try {
      await letObserversComment(board, on)
    } catch (error) {
      toast((error as Error).message, { tone: 'error' })
    }
  }
  return (
    <section className={styles.section}>
      <Switch
        label={say.observers}
        note={say.observersNote}
        isSelected={observersComment}
        onChange={(on) => void change(on)}
      />
    </section>
  )
}
