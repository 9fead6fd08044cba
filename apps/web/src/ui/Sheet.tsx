import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'
import styles from './Sheet.module.css'

export interface SheetProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly hideTitle?: boolean
  /** half the screen, or all but a strip of it */
  readonly height?: 'content' | 'half' | 'full'
  readonly children: ReactNode
}

/** A sheet from the bottom of a phone's screen. */
export function Sheet({ title, isOpen, onClose, hideTitle, height = 'content', children }: SheetProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable
      className={styles.overlay ?? ''}
    >
      <Modal className={classes(styles.sheet, styles[height])}>
        <Dialog className={styles.dialog ?? ''} {...(hideTitle ? { 'aria-label': title } : {})}>
          <span className={styles.grip} aria-hidden="true" />
          {!hideTitle && (
            <header className={styles.head}>
              <Heading slot="title" className={styles.title ?? ''}>
                {title}
              </Heading>
              <IconButton label="Close" silent onPress={onClose}>
                <X />
              </IconButton>
            </header>
          )}
          <div className={styles.body}>{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
