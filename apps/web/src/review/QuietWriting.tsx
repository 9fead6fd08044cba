import { useState } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { useCell } from '../session/cell.ts'
import { useConduct, useSession } from '../session/use-session.ts'
import { usePhone } from '../ui/use-phone.ts'
import { LateWords } from './LateWords.tsx'
import { ShownMoment } from './ShownMoment.tsx'
import { WritingBar } from './WritingBar.tsx'
import { WritingSheet } from './WritingSheet.tsx'
import { writingRound } from './write-layer.ts'

/**
 * Quiet writing from one end to the other: the sheet to write on while a round is on, the moment when everything is
 * shown, and the question about words that came later.
 */
export function QuietWriting() {
  const session = useSession()
  const isPhone = usePhone()
  const { role } = useCell(session.me)
  const { rounds } = useConduct()
  const facilitating = useBoardUi((ui) => ui.panel === 'facilitate') && session.mayFacilitate() && !isPhone
  const [asideIn, setAsideIn] = useState<string | null>(null)
  const round = writingRound(rounds)
  const writes = role !== 'observer' && session.layer('own') !== undefined
  return (
    <>
      {round && writes && !facilitating && asideIn === round.id && (
        <WritingBar round={round} onOpen={() => setAsideIn(null)} />
      )}
      {round && writes && !facilitating && asideIn !== round.id && (
        <WritingSheet key={round.id} round={round} isPhone={isPhone} onAside={() => setAsideIn(round.id)} />
      )}
      <ShownMoment />
      {!round && writes && <LateWords />}
    </>
  )
}
