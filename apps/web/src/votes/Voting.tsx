import { openVote } from '@second-story/board'
import { useConduct, useSession } from '../session/use-session.ts'
import { PastVotes } from './PastVotes.tsx'
import { RunningVote } from './RunningVote.tsx'
import { VoteSetUp } from './VoteSetUp.tsx'

/** Dot votes in the panel of whoever facilitates: one is set up, runs, or was. */
export function Voting() {
  const session = useSession()
  const conduct = useConduct()
  const vote = openVote(conduct)
  if (session.sample !== null) return null
  return (
    <>
      {vote ? <RunningVote vote={vote} /> : <VoteSetUp />}
      <PastVotes />
    </>
  )
}
