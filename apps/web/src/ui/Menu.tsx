import { createContext, type ReactElement, type ReactNode, useContext } from 'react'
import type { PopoverProps } from 'react-aria-components/Popover'
import { useOpener } from './use-opener.ts'

type Parts = typeof import('./menu-parts.tsx')

/** What menus are made of comes when one is first pointed at; entries take it from the menu they stand in. */
export const MenuParts = createContext<Parts | null>(null)

let loaded: Parts | null = null
async function load(): Promise<Parts> {
  loaded = await import('./menu-parts.tsx')
  return loaded
}

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

/** A menu on a button: `<Menu label trigger={<IconButton …/>}><MenuItem …/>…</Menu>` */
export function Menu({ trigger: button, ...rest }: MenuProps) {
  const { trigger, ref, id, opened, close } = useOpener(button, () => loaded, load, true)
  return (
    <>
      {trigger}
      {opened && (
        <MenuParts value={opened.parts}>
          <opened.parts.MenuOpen
            {...rest}
            triggerRef={ref}
            triggerId={id}
            begin={opened.begin}
            onClose={close}
          />
        </MenuParts>
      )}
    </>
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

export function MenuItem(props: MenuItemProps) {
  const parts = useContext(MenuParts)
  return parts && <parts.MenuItem {...props} />
}

export interface MenuMoreProps extends Pick<MenuItemProps, 'label' | 'icon'> {
  /** one of its entries was chosen; for a menu that is not on a button, and so does not close by itself */
  readonly onDone?: () => void
  readonly children: ReactNode
}

/** An entry that opens further entries beside it. */
export function MenuMore(props: MenuMoreProps) {
  const parts = useContext(MenuParts)
  return parts && <parts.MenuMore {...props} />
}

export function MenuSection(props: { readonly label: string; readonly children: ReactNode }) {
  const parts = useContext(MenuParts)
  return parts && <parts.MenuSection {...props} />
}

export function MenuLine() {
  const parts = useContext(MenuParts)
  return parts && <parts.MenuLine />
}
