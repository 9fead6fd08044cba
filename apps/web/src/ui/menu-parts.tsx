import { ChevronRight } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
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
import type { MenuItemProps, MenuMoreProps, MenuProps } from './menu-props.ts'
import type { Begin } from './use-opener.ts'

export interface MenuOpenProps extends Omit<MenuProps, 'trigger'> {
  readonly triggerRef: RefObject<HTMLElement | null>
  readonly triggerId: string
  readonly begin: Begin
  readonly onClose: () => void
}

/** A menu that stands open. */
export function MenuOpen(props: MenuOpenProps) {
  const {
    label,
    triggerRef,
    triggerId,
    begin,
    onClose,
    placement = 'bottom end',
    foot,
    wide,
    children,
  } = props
  return (
    <MenuTrigger
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Popover
        triggerRef={triggerRef}
        aria-labelledby={triggerId}
        placement={placement}
        offset={6}
        className={classes(styles.popover, wide && styles.wide)}
      >
        <AriaMenu
          aria-label={label}
          aria-labelledby={triggerId}
          autoFocus={begin ?? true}
          className={styles.menu ?? ''}
        >
          {children}
        </AriaMenu>
        {foot && <p className={styles.foot}>{foot}</p>}
      </Popover>
    </MenuTrigger>
  )
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
