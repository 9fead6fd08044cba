import { Segments } from '../../ui/Segments.tsx'
import { useMapState } from '../map-state.ts'
import styles from './Show.module.css'
import { useHiddenCount } from './ShowMenu.tsx'
import { useShow } from './show-state.ts'
import { say } from './words.ts'

/** Where the map shows less than there is, or other colours: what pictures of it leave with. */
export function LeaveAsShown() {
  const hidden = useHiddenCount()
  const colour = useShow((state) => state.colour)
  const order = useMapState((state) => state.startUpOrder)
  const asShown = useShow((state) => state.leavesAsShown)
  if (hidden === 0 && colour === null && !order) return null
  return (
    <span className={styles.leave}>
      {say.leaveWith}
      <Segments
        label={say.leaveWith}
        options={[
          { id: 'shown', label: say.asShown },
          { id: 'all', label: say.everything },
        ]}
        value={asShown ? 'shown' : 'all'}
        onChange={(to) => useShow.setState({ leavesAsShown: to === 'shown' })}
      />
    </span>
  )
}
