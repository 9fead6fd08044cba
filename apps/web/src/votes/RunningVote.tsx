import type { Vote } from '@second-story/board'
import { useState } from 'react'
import { closeVote, dropVote } from '../api/votes.ts'
import panel from '../review/FacilitatePanel.module.css'
import { tellFailure } from '../review/tell-failure.ts'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { toast } from '../ui/toast.ts'
import { say } from './words.ts'

/** A vote while it is open: nothing of how it goes, and Close, which is asked about once. */
export function RunningVote({ vote }: { readonly vote: Vote }) {
  const session = useSession()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const end = (how: () => Promise<unknown>): void => {
    setBusy(true)
    how()
      .catch(tellFailure)
      .finally(() => setBusy(false))
  }
  return (
    <section className={panel.part} aria-label={say.name}>
      <h3 className={panel.title}>{say.open}</h3>
      <p className={panel.prompt}>{vote.title}</p>
      {asking ? (
        <div className={panel.ask}>
          <span>{say.sure}</span>
          <div className={panel.acts}>
            <Button
              variant="primary"
              isDisabled={busy}
              onPress={() => end(() => closeVote(session.board, vote.id))}
            >
              {say.closeNow}
            </Button>
            <Button variant="quiet" onPress={() => setAsking(false)}>
              {say.notYet}
            </Button>
          </div>
        </div>
      ) : (
        <div className={panel.acts}>
          <Button onPress={() => setAsking(true)}>{say.close}</Button>
          <Button
            variant="quiet"
            isDisabled={busy}
            onPress={() => end(() => dropVote(session.board, vote.id).then(() => toast(say.abandoned)))}
          >
            {say.abandon}
          </Button>
        </div>
      )}
      <p className={panel.words}>{say.hidden}</p>
    </section>
  )
}
