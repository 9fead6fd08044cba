import { LocateFixed } from 'lucide-react'
import { useCell } from '../../session/cell.ts'
import { useSession } from '../../session/use-session.ts'
import { useBoardUi } from '../board-ui.ts'
import type { Action } from './action-registry.ts'

/** To where each of the others is, one by one. */
export function usePeopleActions(): readonly Action[] {
  const people = useCell(useSession().people.list)
  const set = useBoardUi((ui) => ui.set)
  return people
    .filter(({ isMe }) => !isMe)
    .map(({ account, name }) => ({
      id: `visit ${account}`,
      label: `Take me to where ${name} is`,
      others: 'find person people',
      icon: <LocateFixed />,
      run: () => set({ visit: { account, at: Date.now() } }),
    }))
}
