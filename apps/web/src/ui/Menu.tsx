import { ChevronRight } from 'lucide-react'
import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  SubmenuTrigger,
} from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { Text } from 'react-aria-components/Text'
import { classes } from './classes.ts'
import { Kbd } from './Kbd.tsx'
import styles from './Menu.module.css'

export interface MenuProps {
  /** what the menu is about, for a screen reader */
  readonly label: string
  /** the Button or IconButton that opens it */
  readonly trigger: ReactElement
  readonly placement?: ComponentProps<typeof Popover>['placement']
  /** small words below everything */
  readonly foot?: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A menu on a button: `<Menu label trigger={<IconButton …/>}><MenuItem …/>…</Menu>` */
export function Menu({ label, trigger, placement = 'bottom end', foot, wide, children }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={6} className={classes(styles.popover, wide && styles.wide)}>
        <AriaMenu aria-label={label} className={styles.menu ?? ''}>
          {children}
        </AriaMenu>
        {foot && <p className={styles.foot}>{foot}</p>}
      </Popover>
    </MenuTrigger>
  )
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

export function MenuItem({ id, label, icon, note, keys, isDisabled, href, onAction }: MenuItemProps) {
  return (
    <AriaMenuItem
      {...(id ? { id } : {})}
      {...(onAction ? { onAction } : {})}
      {...(href ? { href } : {})}
      isDisabled={isDisabled ?? false}
      textValue={label}
      className={styles.item ?? ''}
    >
      {icon !== undefined && <span className={styles.icon}>{icon}</span>}
      <span className={styles.words}>
        <Text slot="label" className={styles.label ?? ''}>
          {label}
        </Text>
        {note && (
          <Text slot="description" className={styles.note ?? ''}>
            {note}
          </Text>
        )}
      </span>
      {keys && <Kbd tone="bare">{keys}</Kbd>}
    </AriaMenuItem>
  )
}

export interface MenuMoreProps extends Pick<MenuItemProps, 'label' | 'icon'> {
  /** one of its entries was chosen; for a menu that is not on a button, and so does not close by itself */
  readonly onDone?: () => void
  readonly children: ReactNode
}

/** An entry that opens further entries beside it. */
export function MenuMore({ label, icon, onDone, children }: MenuMoreProps) {
  return (
    <SubmenuTrigger>
      <AriaMenuItem textValue={label} className={styles.item ?? ''}>
        {icon !== undefined && <span className={styles.icon}>{icon}</span>}
        <span className={styles.words}>
          <Text slot="label" className={styles.label ?? ''}>
            {label}
          </Text>
        </span>
        <ChevronRight className={styles.further ?? ''} aria-hidden="true" />
      </AriaMenuItem>
      <Popover offset={2} className={styles.popover ?? ''}>
        <AriaMenu aria-label={label} className={styles.menu ?? ''} {...(onDone ? { onAction: onDone } : {})}>
          {children}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  )
}

export function MenuSection({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <AriaMenuSection>
      <Header className={styles.head ?? ''}>{label}</Header>
      {children}
    </AriaMenuSection>
  )
}

export function MenuLine() {
  return <Separator className={styles.line ?? ''} />
}
