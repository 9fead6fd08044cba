import type { Account } from '@second-story/protocol'
import { useLocation } from 'wouter'
import { useAccount } from '../account/use-account.ts'
import { reloadPage } from '../session/before-reload.ts'
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
  const { account } = useAccount()
  const me = useCell(session.me)
  const mayBeOther = saved.why === 'sign-in' || saved.why === 'reload'
  const other = mayBeOther && account && account.id !== me.account ? account : null
  const leave = async (): Promise<void> => {
    await session.forget()
    navigate('/')
  }
  const reload = async (): Promise<void> => {
    if (saved.why === 'read-only' || saved.why === 'refused') await session.forget()
    await reloadPage()
  }
  return (
    <div className={styles.notice} role="alert">
      <p>
        <b>{other ? `${other.name} is signed in at this browser now.` : saved.words}</b>{' '}
        {whatIsSafe(saved, other)}
      </p>
      <span className={styles.actions}>
        {saved.unsaved > 0 && <Button onPress={() => saveCopyAsFile(session)}>Save my copy as a file</Button>}
        {other && (
          <Button variant="primary" onPress={() => void reloadPage()}>
            Go on as {other.name}
          </Button>
        )}
        {saved.why === 'sign-in' && !other && (
          <Button variant="primary" onPress={() => navigate(`/sign-in?to=${encodeURIComponent(path)}`)}>
            Sign in
          </Button>
        )}
        {(saved.why === 'no-access' || saved.why === 'no-board') && (
          <Button variant="primary" onPress={() => void leave()}>
            Leave
          </Button>
        )}
        {((saved.why === 'reload' && !other) || saved.why === 'refused' || saved.why === 'read-only') && (
          <Button variant="primary" onPress={() => void reload()}>
            {goOnWords(saved)}
          </Button>
        )}
      </span>
    </div>
  )
}

function whatIsSafe(saved: Extract<Saved, { state: 'stopped' }>, other: Account | null): string {
  if (saved.unsaved === 0) return 'Everything you changed was saved.'
  const isOne = saved.unsaved === 1
  const changes = isOne ? '1 change of yours' : `${saved.unsaved} changes of yours`
  const them = isOne ? 'it' : 'them'
  if (other) return `${changes} did not arrive; this browser keeps ${them} until you sign in again.`
  if (saved.why === 'sign-in' || saved.why === 'reload')
    return `${changes} did not arrive yet; this browser keeps ${them} and sends ${them} then.`
  return `${changes} did not arrive. This browser keeps ${them} until you go on.`
}

function goOnWords({ why, unsaved }: Extract<Saved, { state: 'stopped' }>): string {
  if (why === 'reload') return 'Reload'
  if (unsaved === 0) return 'Go on'
  return unsaved === 1 ? 'Go on without it' : 'Go on without them'
}
