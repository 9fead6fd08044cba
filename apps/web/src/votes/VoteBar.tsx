import { openVote, type Vote } from '@second-story/board'
import { CircleDot, List } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { announce } from '../aloud/announce.ts'
import { useBoardUi } from '../board/board-ui.ts'
import { type Action, useActions } from '../board/palette/action-registry.ts'
import { useCell } from '../session/cell.ts'
import { useConduct, useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { toast } from '../ui/toast.ts'
import { useMyDots } from './use-vote.ts'
import styles from './VoteBar.module.css'
import { VoteList } from './VoteList.tsx'
import { say } from './words.ts'

/** While a vote is open: what is asked, and how many dots one has left; then a word that it is closed. */
export function VoteBar() {
  const session = useSession()
  const conduct = useConduct()
  const ready = useCell(session.ready)
  const vote = openVote(conduct)
  useTold(conduct.votes, ready)
  useVoteActions(vote !== null)
  return vote && session.sample === null ? <Bar key={vote.id} vote={vote} /> : null
}

/** Votes in the palette: to whoever facilitates where one is set up. */
function useVoteActions(isOpen: boolean): void {
  const session = useSession()
  const leads = session.mayFacilitate() && session.sample === null
  const actions = useMemo((): readonly Action[] => {
    const setUp: Action = {
      id: 'dot-vote',
      label: say.setUp,
      others: say.setUpOthers,
      icon: <CircleDot />,
      run: () => useBoardUi.getState().set({ panel: 'facilitate' }),
    }
    return leads && !isOpen ? [setUp] : []
  }, [leads, isOpen])
  useActions(actions)
}

/** And to whoever gives dots, all things as a list. */
function useListAction(may: boolean, open: (listed: true) => void): void {
  const actions = useMemo((): readonly Action[] => {
    const list: Action = {
      id: 'dots-list',
      label: say.listAction,
      others: say.listOthers,
      icon: <List />,
      run: () => open(true),
    }
    return may ? [list] : []
  }, [may, open])
  useActions(actions)
}

function Bar({ vote }: { readonly vote: Vote }) {
  const session = useSession()
  const mine = useMyDots(vote)
  const [listed, setListed] = useState(false)
  const may = session.mayWrite()
  useListAction(may, setListed)
  return (
    <section className={styles.bar} aria-label={say.yours}>
      <CircleDot className={styles.icon} aria-hidden="true" />
      <p className={styles.title}>{vote.title}</p>
      {may ? (
        <>
          <span className={styles.left}>
            <span className={styles.row} aria-hidden="true">
              {Array.from({ length: vote.dots }, (_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: dots are all alike
                <i key={at} data-left={mine !== null && at < mine.left} />
              ))}
            </span>
            {mine ? say.left(mine.left) : say.loading}
          </span>
          <Button size="small" onPress={() => setListed(true)}>
            <List aria-hidden="true" />
            {say.list}
          </Button>
        </>
      ) : (
        <span className={styles.left}>{say.observing}</span>
      )}
      {listed && <VoteList vote={vote} onClose={() => setListed(false)} />}
    </section>
  )
}

/** Says once that a vote began, and that one ended, to whoever was there. */
function useTold(votes: readonly Vote[], ready: boolean): void {
  const before = useRef<ReadonlyMap<string, Vote['state']> | null>(null)
  useEffect(() => {
    if (!ready) return
    const states = before.current
    before.current = new Map(votes.map(({ id, state }) => [id, state]))
    if (!states) return
    for (const { id, state, title, dots } of votes) {
      if (state === 'open' && !states.has(id)) announce(say.opened(title, dots))
      if (state === 'closed' && states.get(id) === 'open') toast(say.closed(title))
    }
  }, [votes, ready])
}
