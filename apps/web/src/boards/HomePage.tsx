import { Redirect } from 'wouter'
import { StartPage } from '../account/StartPage.tsx'
import { useAccount } from '../account/use-account.ts'
import { KeptBoards } from '../offline/KeptBoards.tsx'
import { knownAccount } from '../session/known-board.ts'
import { MessagePage } from '../ui/MessagePage.tsx'

/** `/`: the first page for a newcomer, the boards for whoever is signed in. */
export function HomePage() {
  const { account, error } = useAccount()
  if (account) return <Redirect to="/boards" replace />
  // somebody who has been here before is no newcomer because the server is away
  if (error && knownAccount()) return <KeptBoards words={error.message} />
  if (account === undefined && !error) return <MessagePage quiet title="One moment" />
  return <StartPage />
}
