import type { Alike } from '@second-story/importers'
import styles from './ImportDialog.module.css'
import { Tick } from './Tick.tsx'

export interface AlikesProps {
  readonly pairs: readonly Alike[]
  readonly onJoin: (key: string, joined: boolean) => void
}

/** What in the file is called like something drawn here: one thing, or two. */
export function Alikes({ pairs, onJoin }: AlikesProps) {
  if (pairs.length === 0) return null
  return (
    <div className={styles.section}>
      <h3>Called like something on the board</h3>
      <p className={styles.hint}>What you tick is one and the same; what you do not comes beside it.</p>
      <ul className={styles.rows}>
        {pairs.map(({ key, name, itemName, joined }) => (
          <li key={key}>
            <Tick isOn={joined} onChange={(on) => onJoin(key, on)}>
              <span>
                <b>{name}</b> in the file is <b>{itemName}</b> here
              </span>
            </Tick>
          </li>
        ))}
      </ul>
    </div>
  )
}
