import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { classes } from './classes.ts'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly size?: 'small' | 'normal' | 'large'
  /** the title is only for a screen reader (a palette) */
  readonly hideTitle?: boolean
  /** near the top instead of in the middle */
  readonly high?: boolean
  /** buttons at the foot, the main one last */
  readonly actions?: ReactNode
  /** something must be decided: a click outside does not close it */
  readonly firm?: boolean
  readonly children?: ReactNode
}

/** Asks for something, over everything else. Escape closes it. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, size = 'normal', hideTitle, high, actions, firm, children } = props
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable={!firm}
      className={classes(styles.overlay, high && styles.high)}
    >
      <Modal className={classes(styles.modal, styles[size])}>
        <AriaDialog className={styles.dialog ?? ''} {...(hideTitle ? { 'aria-label': title } : {})}>
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
          <div className={hideTitle ? styles.bare : styles.body}>{children}</div>
          {actions && <footer className={styles.foot}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
