import { X } from 'lucide-react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useBoardUi } from '../board/board-ui.ts'
import { Fence } from '../ui/Fence.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Segments } from '../ui/Segments.tsx'
import { ReplayTab } from './ReplayTab.tsx'
import styles from './VersionsScreen.module.css'
import { VersionsTab } from './VersionsTab.tsx'
import type { VersionsTab as Tab } from './versions-ui.ts'

const TABS: readonly { readonly id: Tab; readonly label: string }[] = [
  { id: 'versions', label: 'Versions' },
  { id: 'replay', label: 'Replay' },
]

/** The board as it was: versions to look at and go back to, and its history to play. Over the whole screen. */
export function VersionsScreen({ tab }: { readonly tab: Tab }) {
  const set = useBoardUi((ui) => ui.set)
  const close = (): void => set({ versions: null })
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && close()} className={styles.overlay ?? ''}>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.screen ?? ''}>
          <header className={styles.top}>
            <Heading slot="title" className={styles.title ?? ''}>
              The board as it was
            </Heading>
            <Segments label="Show" options={TABS} value={tab} onChange={(versions) => set({ versions })} />
            <span className={styles.end}>
              <IconButton label="Close" silent onPress={close}>
                <X />
              </IconButton>
            </span>
          </header>
          <Fence key={tab} what={tab === 'replay' ? 'Replay' : 'The list of versions'}>
            {tab === 'replay' ? <ReplayTab /> : <VersionsTab onDone={close} />}
          </Fence>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
