import { createContext, type ReactNode, useContext } from 'react'
import type { MenuItemProps, MenuMoreProps, MenuProps } from './menu-props.ts'
import { useOpener } from './use-opener.ts'

type Parts = typeof import('./menu-parts.tsx')

/** What menus are made of comes when one is first pointed at; entries take it from the menu they stand in. */
export const MenuParts = createContext<Parts | null>(null)

let loaded: Parts | null = null
async function load(): Promise<Parts> {
  loaded = await import('./menu-parts.tsx')
  return loaded
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

export function MenuItem(props: MenuItemProps) {
  const parts = useContext(MenuParts)
  return parts && <parts.MenuItem {...props} />
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
