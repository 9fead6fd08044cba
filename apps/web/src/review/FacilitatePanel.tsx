import { X } from 'lucide-react'
import { useState } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { useConduct, useSession } from '../session/use-session.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Voting } from '../votes/Voting.tsx'
import styles from './FacilitatePanel.module.css'
import { Instructions } from './instructions/Instructions.tsx'
import { NextSteps } from './NextSteps.tsx'
import { Parked } from './Parked.tsx'
import { PlainTimer } from './PlainTimer.tsx'
import { type RoundForm, RoundSetUp, USUAL_FORM } from './RoundSetUp.tsx'
import { RunningRound } from './RunningRound.tsx'
import { SaidAlike } from './SaidAlike.tsx'
import { writingRound } from './write-layer.ts'

/** For whoever facilitates: time, quiet writing, the next step. Others never see it. */
export function FacilitatePanel() {
  const session = useSession()
  const { rounds } = useConduct()
  const set = useBoardUi((ui) => ui.set)
  const [form, setForm] = useState<RoundForm>(USUAL_FORM)
  const round = writingRound(rounds)
  if (!session.mayFacilitate()) return null
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <h2>Facilitate</h2>
        <IconButton label="Close" size="small" onPress={() => set({ panel: 'none' })}>
          <X />
        </IconButton>
      </header>
      {!round && <Instructions />}
      {round ? <RunningRound round={round} /> : <RoundSetUp form={form} onChange={setForm} />}
      {!round && <SaidAlike />}
      {!round && <PlainTimer />}
      {!round && <Voting />}
      <NextSteps onSetUp={(writes, prompt) => setForm({ ...form, writes, prompt })} />
      <Parked />
    </div>
  )
}
