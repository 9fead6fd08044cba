import type { Version } from '@second-story/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { restoreVersion } from '../api/versions.ts'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { toast } from '../ui/toast.ts'
import styles from './RestoreDialog.module.css'
import { sayTime } from './say-time.ts'
import { titleOf } from './version-words.ts'
import { restoring } from './versions-ui.ts'

/** How long this page's own words stand for those that everybody hears, ms. */
const OWN_WORDS_MS = 8_000

export interface RestoreDialogProps {
  readonly version: Version
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Says what going back does before it is done, and offers the way back after. */
export function RestoreDialog({ version, onClose, onDone }: RestoreDialogProps) {
  const session = useSession()
  const queries = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const goBack = async (to: string): Promise<Version | null> => {
    restoring.set(true)
    try {
      return await restoreVersion(session.board, to)
    } finally {
      setTimeout(() => restoring.set(false), OWN_WORDS_MS)
      void queries.invalidateQueries({ queryKey: ['versions', session.board] })
    }
  }
  const undo = async (before: Version): Promise<void> => {
    try {
      await goBack(before.id)
      toast('The board is again as it was just before.', { key: 'restored' })
    } catch (failure) {
      toast(wordsOf(failure), { tone: 'error' })
    }
  }
  const restore = async (): Promise<void> => {
    setBusy(true)
    try {
      const before = await goBack(version.id)
      onClose()
      onDone()
      const words = before
        ? `The board is as it was: ${sayTime(version.at, session.now())}.`
        : 'The board looks like this already; nothing was changed.'
      const action = before ? { action: { label: 'Undo', onPress: () => void undo(before) } } : {}
      toast(words, { key: 'restored', ...action })
    } catch (failure) {
      setError(wordsOf(failure))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={`Back to “${titleOf(version, session.now())}”?`}
      size="small"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            Not now
          </Button>
          <Button variant="primary" isDisabled={isBusy} onPress={() => void restore()}>
            Restore
          </Button>
        </>
      }
    >
      <p>
        Everybody on the board sees it happen. Nothing is lost: how it looks now is kept as a version first.
      </p>
      <p className={styles.more}>
        What only you can see, and what was shown from quiet writing since, stays as it is.
      </p>
      {error && (
        <p className={styles.failed} role="alert">
          {error}
        </p>
      )}
    </Dialog>
  )
}

function wordsOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure)
}
