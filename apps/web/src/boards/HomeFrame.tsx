import { Contrast, LogOut, Monitor, Moon, Pencil, Sun, UserPlus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Link, useLocation } from 'wouter'
import { RenameMe } from '../account/RenameMe.tsx'
import { useAccount, useSignOut } from '../account/use-account.ts'
import { KeptBoards } from '../offline/KeptBoards.tsx'
import { UnsentDialog } from '../offline/UnsentDialog.tsx'
import { useCell } from '../session/cell.ts'
import { unsavedHere } from '../session/copy-names.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { say } from '../ui/contrast-words.ts'
import { Mark } from '../ui/Mark.tsx'
import { Menu, MenuItem, MenuLine, MenuSection } from '../ui/Menu.tsx'
import { MessagePage } from '../ui/MessagePage.tsx'
import { Segments } from '../ui/Segments.tsx'
import { chooseContrast, chooseTheme, contrastChoice, themeChoice } from '../ui/theme.ts'
import { toast } from '../ui/toast.ts'
import styles from './HomeFrame.module.css'

const PAGES = [
  { id: 'boards', label: 'Boards' },
  { id: 'people', label: 'People' },
] as const

export interface HomeFrameProps {
  readonly page: 'boards' | 'people'
  /** beside the account, at the right */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** The pages round the boards: brand, pages, account. Asks to sign in where nobody is. */
export function HomeFrame({ page, aside, children }: HomeFrameProps) {
  const { account, error } = useAccount()
  const [, navigate] = useLocation()
  if (error) return <KeptBoards words={error.message} />
  if (account === undefined) return <MessagePage quiet title="One moment" />
  if (account === null)
    return (
      <MessagePage
        title="Sign in to see your boards"
        words="Or create an account on the first page."
        way="sign-in"
      />
    )
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Link href="/boards" className={styles.brand}>
          <Mark size={24} />
          Second Story
        </Link>
        <Segments label="Pages" options={PAGES} value={page} onChange={(next) => navigate(`/${next}`)} />
        <span className={styles.gap} />
        {aside}
        <AccountMenu />
      </header>
      <main>{children}</main>
    </div>
  )
}

function AccountMenu() {
  const { account } = useAccount()
  const signOut = useSignOut()
  const choice = useCell(themeChoice)
  const contrast = useCell(contrastChoice)
  const [, navigate] = useLocation()
  const [renaming, setRenaming] = useState(false)
  const [unsent, setUnsent] = useState(0)
  if (!account) return null
  const leave = (): void => {
    signOut().catch((error: Error) => toast(error.message, { tone: 'error' }))
  }
  const askToLeave = (): void => {
    const count = unsavedHere()
    if (count > 0) setUnsent(count)
    else leave()
  }
  const mark = (on: boolean): string => (on ? 'in use' : '')
  return (
    <>
      <Menu
        label="You"
        trigger={
          <AriaButton className={styles.me ?? ''} aria-label={`You, ${account.name}`}>
            <Avatar name={account.name} colour={account.colour} size={30} decorative />
          </AriaButton>
        }
      >
        <MenuItem
          label={account.name}
          note={account.email ?? 'here as a guest'}
          icon={<Pencil />}
          onAction={() => setRenaming(true)}
        />
        {account.kind === 'guest' && (
          <MenuItem
            label="Create an account"
            note="You stay who you are on your boards"
            icon={<UserPlus />}
            onAction={() => navigate('/welcome')}
          />
        )}
        <MenuLine />
        <MenuSection label="Light or dark">
          <MenuItem
            label="As the machine"
            note={mark(choice === 'system')}
            icon={<Monitor />}
            onAction={() => chooseTheme('system')}
          />
          <MenuItem
            label="Light"
            note={mark(choice === 'light')}
            icon={<Sun />}
            onAction={() => chooseTheme('light')}
          />
          <MenuItem
            label="Dark"
            note={mark(choice === 'dark')}
            icon={<Moon />}
            onAction={() => chooseTheme('dark')}
          />
          <MenuItem
            label={say.label}
            note={mark(contrast === 'more')}
            icon={<Contrast />}
            onAction={() => chooseContrast(contrast === 'more' ? 'system' : 'more')}
          />
        </MenuSection>
        <MenuLine />
        <MenuItem
          label="Sign out"
          note="Takes every copy of a board out of this browser"
          icon={<LogOut />}
          onAction={askToLeave}
        />
      </Menu>
      {renaming && <RenameMe name={account.name} onClose={() => setRenaming(false)} />}
      {unsent > 0 && <UnsentDialog count={unsent} onStay={() => setUnsent(0)} onLeave={leave} />}
    </>
  )
}
