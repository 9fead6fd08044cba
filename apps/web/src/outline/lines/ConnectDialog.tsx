import { useSession } from '../../session/use-session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ConnectPicker } from '../ConnectPicker.tsx'
import { nameOf } from '../item-words.ts'
import { useOutlineHand } from './hand.ts'
import { focusLine } from './line-focus.ts'

/** Asks what the line in hand is connected to, and how. */
export function ConnectDialog() {
  const session = useSession()
  const id = useOutlineHand((hand) => hand.connecting)
  const item = id === null ? undefined : session.live.snapshot.items.get(id)
  if (!item) return null
  const close = (): void => {
    useOutlineHand.setState({ connecting: null })
    // the dialog gives the focus back first
    setTimeout(() => focusLine(item.id), 60)
  }
  return (
    <Dialog title={`Connect ${nameOf(item)}`} size="small" high isOpen onClose={close}>
      <ConnectPicker item={item} onDone={close} />
    </Dialog>
  )
}
