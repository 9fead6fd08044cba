import type { Round } from '@second-story/board'
import { useState } from 'react'
import { moreTime, showAll } from '../api/conduct.ts'
import { useBoardUi } from '../board/board-ui.ts'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import styles from './FacilitatePanel.module.css'
import { tellFailure } from './tell-failure.ts'
import { useCountdown } from './use-countdown.ts'

/** Quiet writing while it is on: what is left, a minute more, and Show all, which is asked about once. */
export function RunningRound({ round }: { readonly round: Round }) {
  const session = useSession()
  const set = useBoardUi((ui) => ui.set)
  const left = useCountdown(round)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const show = (): void => {
    setBusy(true)
    showAll(session.board, round.id)
      .catch(tellFailure)
      .finally(() => setBusy(false))
  }
  return (
    <section className={styles.part} aria-label="Quiet writing">
      <h3 className={styles.title}>Quiet writing</h3>
      <div className={styles.clock}>
        <b role="timer">{left?.text}</b>
        <span>{left?.isOver ? 'the time is up' : left?.of}</span>
      </div>
      <div className={styles.bar} aria-hidden="true">
        <i style={{ width: `${(left?.passed ?? 0) * 100}%` }} />
      </div>
      <p className={styles.prompt}>{round.prompt}</p>
      {asking ? (
        <div className={styles.ask}>
          <span>
            {left?.isOver ? '' : 'There is still time. '}Everyone’s {round.writes} come onto the board,{' '}
            {round.anonymous ? 'shuffled and without names' : 'shuffled'}. It cannot be taken back.
          </span>
          <div className={styles.acts}>
            <Button variant="primary" onPress={show} isDisabled={busy}>
              Show all
            </Button>
            <Button variant="quiet" onPress={() => setAsking(false)}>
              Not yet
            </Button>
          </div>
        </div>
      ) : (
        <div className={styles.acts}>
          <Button variant={left?.isOver ? 'primary' : 'outline'} onPress={() => setAsking(true)}>
            Show all …
          </Button>
          <Button onPress={() => void moreTime(session.board, round.id, 1).catch(tellFailure)}>
            +1 minute
          </Button>
          <Button variant="quiet" onPress={() => set({ panel: 'none' })}>
            Write too
          </Button>
        </div>
      )}
      <p className={styles.words}>
        Nobody sees what others write, nor how much: not here either. Writing goes on until you show all.
      </p>
    </section>
  )
}
