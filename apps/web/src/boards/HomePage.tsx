import { Redirect } from 'wouter'
import { StartPage } from '../account/StartPage.tsx'
import { useAccount } from '../account/use-account.ts'
import { MessagePage } from '../ui/MessagePage.tsx'

/** `/`: the first page for a newcomer, the boards for whoever is signed in. */
export function HomePage() {
  const { account, error } = useAccount()
  if (account) return <Redirect to="/boards" replace />
  if (account === undefined && !error) return <MessagePage quiet title="One moment" />
  return <StartPage />
}
