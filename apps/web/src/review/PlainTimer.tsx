import { useState } from 'react'
import { startTimer, stopTimer } from '../api/conduct.ts'
import { useConduct, useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './FacilitatePanel.module.css'
import { MinutesField } from './RoundSetUp.tsx'
import { tellFailure } from './tell-failure.ts'
import { useCountdown } from './use-countdown.ts'

/** A countdown that everybody sees. */
export function PlainTimer() {
  const session = useSession()
  const { timer } = useConduct()
  const left = useCountdown(timer)
  const [minutes, setMinutes] = useState(10)
  const [words, setWords] = useState('')
  return (
    <section className={styles.part} aria-label="Timer">
      <h3 className={styles.title}>Timer</h3>
      {timer && left ? (
        <>
          <div className={styles.clock}>
            <b role="timer">{left.text}</b>
            <span>{left.isOver ? 'the time is up' : left.of}</span>
          </div>
          {timer.words && <p className={styles.prompt}>{timer.words}</p>}
          <div className={styles.acts}>
            <Button onPress={() => void stopTimer(session.board).catch(tellFailure)}>
              {left.isOver ? 'Put it away' : 'Stop'}
            </Button>
          </div>
        </>
      ) : (
        <>
          <TextField
            label="For what"
            quietLabel
            value={words}
            maxLength={80}
            placeholder="a break, one round each …"
            onChange={setWords}
          />
          <div className={styles.acts}>
            <MinutesField value={minutes} onChange={setMinutes} />
            <Button onPress={() => void startTimer(session.board, minutes, words.trim()).catch(tellFailure)}>
              Start
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
