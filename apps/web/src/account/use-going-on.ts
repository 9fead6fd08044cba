import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { reloadPage } from '../session/before-reload.ts'
import type { BoardSession } from '../session/board-session.ts'
import { putBack } from '../session/put-back.ts'
import { mayOpenAnew } from './going-on.ts'
import { hearOtherTabs } from './other-tabs.ts'
import { askWho } from './use-account.ts'

/** A server that hangs up again at once is not asked over and over. */
const AGAIN_AFTER_MS = 10_000
const OPENED_ANEW = 'second-story:opened-anew'

/** Loads a board's page anew when somebody signed in on another tab and nothing is lost by it. */
export function useGoingOn(session: BoardSession | null): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!session || session.sample !== null) return
    let gone = false
    const look = async (): Promise<void> => {
      // without an answer the page stays as it is
      const account = await askWho(queries).catch(() => undefined)
      if (gone || account === undefined) return
      const page = {
        mine: session.me.get().account,
        now: account?.id ?? null,
        isSignedOut: isSignedOut(session),
        unsaved: unsavedOf(session),
        isKept: session.copy.get() === 'kept',
      }
      if (!account || !mayOpenAnew(page) || !isFirst(account.id)) return
      // a browser that cannot keep the words keeps the page that has them
      const isBack = page.unsaved === 0 || (await putBack(session).then(yes, no))
      if (isBack) await reloadPage()
    }
    const stopWatching = session.saved.subscribe(() => {
      if (isSignedOut(session)) void look()
    })
    const stopHearing = hearOtherTabs(() => void look())
    return () => {
      gone = true
      stopWatching()
      stopHearing()
    }
  }, [session, queries])
}

const yes = (): boolean => true
const no = (): boolean => false

function isSignedOut(session: BoardSession): boolean {
  const saved = session.saved.get()
  return saved.state === 'stopped' && saved.why === 'sign-in'
}

/** What the badge counts; while it says Saving there is at least one. */
function unsavedOf(session: BoardSession): number {
  const saved = session.saved.get()
  switch (saved.state) {
    case 'stopped':
      return saved.unsaved
    case 'offline':
    case 'retrying':
      return saved.changes
    case 'saving':
      return 1
    default:
      return 0
  }
}

function isFirst(account: string): boolean {
  try {
    const [who, at] = (sessionStorage.getItem(OPENED_ANEW) ?? '').split(' ')
    if (who === account && Date.now() - Number(at) < AGAIN_AFTER_MS) return false
    sessionStorage.setItem(OPENED_ANEW, `${account} ${Date.now()}`)
    return true
  } catch {
    return false // a page that remembers nothing would go round and round
  }
}
