import { useId, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useBoardUi } from '../board/board-ui.ts'
import type { Group } from './group-board.ts'
import styles from './ListView.module.css'
import { RowButton } from './RowButton.tsx'

/** One titled group of rows; a long one shows its beginning and says how many more there are. */
export function GroupList({ group }: { readonly group: Group }) {
  const [open, setOpen] = useState(false)
  const title = useId()
  const set = useBoardUi((ui) => ui.set)
  const more = group.rows.length - group.shown
  const rows = open ? group.rows : group.rows.slice(0, group.shown)
  return (
    <section aria-labelledby={title}>
      <div className={styles.head}>
        <h2 id={title} className={styles.title}>
          {group.title}
        </h2>
        <small className={styles.count}>{group.count}</small>
      </div>
      <ul className={styles.group}>
        {rows.map((row) => (
          <li key={row.item.id}>
            <RowButton row={row} onPress={() => set({ opened: row.item.id })} />
          </li>
        ))}
        {more > 0 && (
          <li>
            <Button className={styles.more ?? ''} aria-expanded={open} onPress={() => setOpen(!open)}>
              {open ? 'Fewer' : `${more} more`}
            </Button>
          </li>
        )}
      </ul>
    </section>
  )
}
