import { reloadPage } from '../session/before-reload.ts'
import { useBoard } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Notice.module.css'
import { StoppedNotice } from './StoppedNotice.tsx'

/** What stands in the way of working on: not connected for good, or a page that is too old for the board. */
export function Notice() {
  const newer = useBoard((board) => board.newer)
  return (
    <>
      <StoppedNotice />
      {newer && (
        <div className={styles.notice} role="alert">
          <p>
            <b>This board was written by a newer version.</b> You can read it here; reload the page to go on
            changing it.
          </p>
          <Button onPress={() => void reloadPage()}>Reload</Button>
        </div>
      )}
    </>
  )
}
