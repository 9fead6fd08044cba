import type { Account } from '@second-story/protocol'
import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { allAccounts, makeReset } from '../api/accounts.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { CopyLine } from '../ui/CopyLine.tsx'
import { toast } from '../ui/toast.ts'
import styles from './PeoplePage.module.css'

/** For the owner of this server: everybody with an account, and a link for whoever forgot a password. */
export function EveryAccount() {
  const { data: accounts } = useQuery({ queryKey: ['accounts'], queryFn: allAccounts })
  return (
    <section className={styles.section} aria-label="Everyone with an account">
      <div className={styles.title}>
        <h2>Everyone with an account here</h2>
      </div>
      <p className={styles.lead}>
        You look after this server. A reset link lets one person choose a new password.
      </p>
      <ul className={styles.rows}>
        {accounts?.map((account) => (
          <AccountRow key={account.id} account={account} />
        ))}
      </ul>
    </section>
  )
}

function AccountRow({ account }: { readonly account: Account }) {
  const [link, setLink] = useState<string | null>(null)
  const make = async (): Promise<void> => {
    try {
      setLink((await makeReset(account.id)).url)
    } catch (error) {
      toast((error as Error).message, { tone: 'error' })
    }
  }
  return (
    <li>
      <div className={styles.row}>
        <Avatar name={account.name} colour={account.colour} size={30} decorative />
        <span className={styles.name}>
          <b>{account.name}</b>
          <i>{account.email}</i>
        </span>
        <Button size="small" onPress={() => void make()}>
          <KeyRound />
          Reset link
        </Button>
      </div>
      {link && (
        <div className={styles.link}>
          <CopyLine label={`Reset link for ${account.name}`} value={link} />
          <p>Hand it to {account.name} yourself. Good once, for a day; it is shown only now.</p>
        </div>
      )}
    </li>
  )
}
