import { useLocation } from 'wouter'
import type { Saved } from '../session/board-session.ts'
import { useCell } from '../session/cell.ts'
import { saveCopyAsFile } from '../session/copy-file.ts'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Notice.module.css'

/** The server will not have this page: what is safe, and what can be done. */
export function StoppedNotice() {
  const session = useSession()
  const saved = useCell(session.saved)
  if (saved.state !== 'stopped') return null
  return <Stopped saved={saved} />
}

function Stopped({ saved }: { readonly saved: Extract<Saved, { state: 'stopped' }> }) {
  const session = useSession()
  const [path, navigate] = useLocation()
  const leave = async (): Promise<void> => {
    await session.forget()
    navigate('/')
  }
  const reload = async (): Promise<void> => {
    if (saved.why === 'read-only' || saved.why === 'refused') await session.forget()
    window.location.reload()
  }
  return (
    <div className={styles.notice} role="alert">
      <p>
        <b>{saved.words}</b> {whatIsSafe(saved)}
      </p>
      <span className={styles.actions}>
        {saved.unsaved > 0 && <Button onPress={() => saveCopyAsFile(session)}>Save my copy as a file</Button>}
        {saved.why === 'sign-in' && (
          <Button variant="primary" onPress={() => navigate(`/sign-in?to=${encodeURIComponent(path)}`)}>
            Sign in
          </Button>
        )}
        {(saved.why === 'no-access' || saved.why === 'no-board') && (
          <Button variant="primary" onPress={() => void leave()}>
            Leave
          </Button>
        )}
        {(saved.why === 'reload' || saved.why === 'refused' || saved.why === 'read-only') && (
          <Button variant="primary" onPress={() => void reload()}>
            {saved.why === 'reload' ? 'Reload' : 'Go on without them'}
          </Button>
        )}
      </span>
    </div>
  )
}

function whatIsSafe(saved: Extract<Saved, { state: 'stopped' }>): string {
  if (saved.unsaved === 0) return 'Everything you changed was saved.'
  const changes = saved.unsaved === 1 ? '1 change' : `${saved.unsaved} changes`
  if (saved.why === 'sign-in' || saved.why === 'reload')
    return `${changes} of yours did not arrive yet; this browser keeps them and sends them then.`
  return `${changes} of yours did not arrive. This browser keeps them until you go on.`
}
