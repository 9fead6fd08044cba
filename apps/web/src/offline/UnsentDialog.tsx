import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

export interface UnsentDialogProps {
  /** changes that the server does not have */
  readonly count: number
  readonly onStay: () => void
  readonly onLeave: () => void
}

/** Signing out empties this browser: asks where that would lose something. */
export function UnsentDialog({ count, onStay, onLeave }: UnsentDialogProps) {
  const changes = count === 1 ? '1 change has' : `${count} changes have`
  return (
    <Dialog
      title="Not everything is saved"
      size="small"
      firm
      isOpen
      onClose={onStay}
      actions={
        <>
          <Button onPress={onLeave}>Sign out and lose {count === 1 ? 'it' : 'them'}</Button>
          <Button variant="primary" onPress={onStay}>
            Stay
          </Button>
        </>
      }
    >
      <p>
        {changes} not reached the server yet. Open the boards that you worked on, wait for “Saved”, then sign
        out; or save a copy as a file there, behind the badge.
      </p>
    </Dialog>
  )
}
