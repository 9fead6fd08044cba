import type { ReactElement, ReactNode } from 'react'
import type { PopoverProps } from 'react-aria-components/Popover'

export interface MenuProps {
  /** what the menu is about, for a screen reader */
  readonly label: string
  /** the Button or IconButton that opens it */
  readonly trigger: ReactElement
  readonly placement?: PopoverProps['placement']
  /** small words below everything */
  readonly foot?: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}

export interface MenuItemProps {
  readonly id?: string
  readonly label: string
  readonly icon?: ReactNode
  /** a small second line */
  readonly note?: string
  readonly keys?: string
  readonly isDisabled?: boolean
  readonly href?: string
  readonly onAction?: () => void
}

export interface MenuMoreProps extends Pick<MenuItemProps, 'label' | 'icon'> {
  /** one of its entries was chosen; for a menu that is not on a button, and so does not close by itself */
  readonly onDone?: () => void
  readonly children: ReactNode
}
