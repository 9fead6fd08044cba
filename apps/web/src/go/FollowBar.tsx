import { Eye } from 'lucide-react'
import type { CSSProperties } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { useCell } from '../session/cell.ts'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import styles from './FollowBar.module.css'
import { say } from './words.ts'

/** Whose view one goes along with: a line in their colour round what is seen, and a way out. */
export function FollowBar() {
  const follows = useBoardUi((ui) => ui.follows)
  const set = useBoardUi((ui) => ui.set)
  const people = useCell(useSession().people.list)
  const person = follows ? people.find(({ account }) => account === follows) : undefined
  if (!person) return null
  return (
    <div
      className={styles.follow}
      style={{ '--c': `var(--who-${person.colour})` } as CSSProperties}
      data-following
    >
      <span className={styles.bar}>
        <Eye aria-hidden="true" />
        {say.following(person.name)}
        <Button size="small" variant="quiet" onPress={() => set({ follows: null })}>
          {say.stopFollowing}
        </Button>
      </span>
    </div>
  )
}
