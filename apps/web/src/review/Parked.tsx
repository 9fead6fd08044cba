import { putParkedInRecord } from '../api/conduct.ts'
import { useBoard, useConduct, useSession } from '../session/use-session.ts'
import { Switch } from '../ui/Switch.tsx'
import styles from './FacilitatePanel.module.css'
import { tellFailure } from './tell-failure.ts'

/** The shelf of parked ideas: a number until planning, and whether the record shows them. */
export function Parked() {
  const session = useSession()
  const { parkedInRecord } = useConduct()
  const parked = useBoard((board) => {
    let count = 0
    for (const item of board.items.values()) if (item.type === 'idea') count++
    return count
  })
  return (
    <section className={styles.part} aria-label="Parked ideas">
      <h3 className={styles.title}>
        {parked === 0 ? 'No ideas parked' : parked === 1 ? 'One idea parked' : `${parked} ideas parked`}
      </h3>
      <p className={styles.words}>Kept for the planning, so that the talk stays with what happened.</p>
      <Switch
        label="Show them in the record"
        isSelected={parkedInRecord}
        onChange={(on) => void putParkedInRecord(session.board, on).catch(tellFailure)}
      />
    </section>
  )
}
