import type { Round } from '@second-story/board'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { stageWords } from '../board/stage-words.ts'
import { viewOfPath } from '../board/use-view.ts'
import { useBoard, useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import styles from './FacilitatePanel.module.css'
import { type NextStep, nextSteps } from './next-steps.ts'
import { tellFailure } from './tell-failure.ts'

export interface NextStepsProps {
  readonly onSetUp: (writes: Round['writes'], prompt: string) => void
}

/** What could come next, as a hint. */
export function NextSteps({ onSetUp }: NextStepsProps) {
  const session = useSession()
  const board = useBoard((now) => now)
  const steps = useMemo(() => nextSteps(board), [board])
  const [path, go] = useLocation()
  const { base, named } = viewOfPath(path)
  const here = named ?? 'map'
  const act = ({ act: what }: NextStep): void => {
    if (!what) return
    if ('go' in what) go(what.go === 'map' ? base : `${base}/${what.go}`)
    else if ('stage' in what) session.conduct({ stage: what.stage }).catch(tellFailure)
    else onSetUp(what.write, what.prompt)
  }
  if (steps.length === 0) return null
  return (
    <section className={styles.part} aria-label="Next">
      <h3 className={styles.title}>Next</h3>
      {steps.map((step) =>
        step.act && 'stage' in step.act ? (
          <Button key={step.id} wide onPress={() => act(step)}>
            Go on to {stageWords(step.act.stage)}
          </Button>
        ) : (
          <div key={step.id} className={styles.step}>
            <b>{step.title}</b>
            <span className={styles.words}>{step.words}</span>
            {step.act && !('go' in step.act && step.act.go === here) && (
              <Button size="small" variant="link" onPress={() => act(step)}>
                {step.act.label}
              </Button>
            )}
          </div>
        ),
      )}
    </section>
  )
}
