import { useMemo } from 'react'
import type { CopyFile } from '../../session/copy-file.ts'
import { useSession } from '../../session/use-session.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { toast } from '../../ui/toast.ts'
import styles from './BringCopyDialog.module.css'
import { broughtWords, leftWords, nameOf } from './brought-words.ts'
import { bringBack } from './copy-back.ts'

/** More at once than a batch of commands may hold are several batches of one step. */
const AT_ONCE = 2_000
/** Names shown at most; the rest is counted. */
const MOST_NAMES = 12

export interface BringCopyDialogProps {
  readonly copy: CopyFile
  readonly onClose: () => void
}

/** A copy from a file: what it holds that the board does not, and one press that adds it. */
export function BringCopyDialog({ copy, onClose }: BringCopyDialogProps) {
  const session = useSession()
  // as the board is now: what arrives while this is open is on both sides
  const brought = useMemo(
    () => bringBack(copy, session.board, session.live.docs, session.makeId),
    [copy, session],
  )
  const things = [...brought.added, ...brought.changed]
  const isAnother = copy.board !== session.board
  const run = (): void => {
    const stroke = {}
    for (let at = 0; at < brought.commands.length; at += AT_ONCE) {
      const words = 'brought a copy back'
      if (!session.do(brought.commands.slice(at, at + AT_ONCE), words, stroke).ok) return
    }
    onClose()
    toast(broughtWords(brought), {
      lead: 'Brought back.',
      key: 'history',
      action: { label: 'Undo', onPress: () => session.undo() },
    })
  }
  return (
    <Dialog
      title="Bring a copy back"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={brought.commands.length === 0 || !session.mayWrite()}
            onPress={run}
          >
            Add to the board
          </Button>
        </>
      }
    >
      <p className={styles.lead}>
        A copy of <b>{copy.title || 'a board'}</b>
        {copiedWords(copy.copiedAt)}
        {isAnother && '. It is another board: all of it comes along'}.
      </p>
      <p className={styles.sum} aria-live="polite">
        {broughtWords(brought)}
      </p>
      {things.length > 0 && (
        <ul className={styles.names}>
          {things.slice(0, MOST_NAMES).map((item) => (
            <li key={item.id}>{nameOf(item)}</li>
          ))}
          {things.length > MOST_NAMES && <li>and {things.length - MOST_NAMES} more</li>}
        </ul>
      )}
      {brought.left > 0 && <p className={styles.note}>{leftWords(brought.left)}</p>}
      {!session.mayWrite() && (
        <p className={styles.note}>You may read this board, not change it: nothing can be added.</p>
      )}
    </Dialog>
  )
}

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

function copiedWords(iso: string): string {
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? '' : `, made on ${moment.format(at)}`
}
