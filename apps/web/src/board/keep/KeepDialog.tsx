import { boardCommands } from '@second-story/board'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { SignUpForm } from '../../account/SignUpForm.tsx'
import { useAccount } from '../../account/use-account.ts'
import { deleteBoard, makeBoard, sendCommands, setStage } from '../../api/boards.ts'
import { sentPictures } from '../../images/sent-pictures.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useSession } from '../../session/use-session.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './KeepDialog.module.css'

/** The one act that sends a sample: it becomes a board of one's own. */
export function KeepDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useSession()
  const { account } = useAccount()
  const [, navigate] = useLocation()
  const [state, setState] = useState<'asking' | 'sending'>('asking')
  const [failed, setFailed] = useState<string | null>(null)

  const send = async (): Promise<void> => {
    setState('sending')
    setFailed(null)
    try {
      const id = await sendSample(session)
      onClose()
      navigate(`/b/${id}`)
    } catch (error) {
      setFailed(`${(error as Error).message} Your sample is still in this browser.`)
      setState('asking')
    }
  }

  return (
    <Dialog title="Keep it" size="small" isOpen onClose={onClose}>
      <p className={styles.lead}>
        Until now this sample is only in your browser. With an account it becomes a board of your own, as you
        have changed it, to share and to facilitate.
      </p>
      {account ? (
        <Button
          variant="primary"
          size="big"
          wide
          isDisabled={state === 'sending'}
          onPress={() => void send()}
        >
          Make it my board
        </Button>
      ) : (
        <SignUpForm words="Create an account and keep it" onDone={() => void send()} />
      )}
      {state === 'sending' && <p className={styles.note}>Sending it</p>}
      {failed && (
        <p className={styles.failed} role="alert">
          {failed}
        </p>
      )}
    </Dialog>
  )
}

/** Fewer than a request may carry. */
const AT_ONCE = 1_000

async function sendSample(session: BoardSession): Promise<string> {
  const { conduct } = session.live.snapshot
  const { kind, title, zone, stage } = conduct
  const board = await makeBoard({ kind, title, zone })
  try {
    const commands = await sentPictures(session, board.id, boardCommands(session.live.snapshot))
    for (let at = 0; at < commands.length; at += AT_ONCE)
      await sendCommands(board.id, commands.slice(at, at + AT_ONCE))
  } catch (error) {
    // half a board helps nobody; the sample is whole in this browser
    await deleteBoard(board.id).catch(() => {})
    throw error
  }
  // where it stood is a comfort, not the content
  if (stage) await setStage(board.id, stage).catch(() => {})
  return board.id
}
