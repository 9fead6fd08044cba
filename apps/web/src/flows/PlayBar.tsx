import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { useEffect } from 'react'
import { announce } from '../aloud/announce.ts'
import { useBoardUi } from '../board/board-ui.ts'
import { useKeys } from '../board/keyboard/use-keys.ts'
import { around } from '../map/geometry/box.ts'
import { viewShowing } from '../map/stage/look-at.ts'
import type { Stage } from '../map/stage/stage.ts'
import { nameOf } from '../outline/item-words.ts'
import { useBoard, useSession } from '../session/use-session.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { FlowLayer } from './FlowLayer.tsx'
import styles from './Flows.module.css'
import { endPlaying, litInStep, type Played, playBy, playedAt } from './play.ts'
import { onWords, stepWords } from './step-words.ts'
import { say } from './words.ts'

/** While people stand on a step of a flow: its words, and from here one goes on. */
export function PlayBar({ stage }: { readonly stage: Stage }) {
  const walking = useBoardUi((ui) => ui.walking)
  const played = useBoard((board) => playedAt(board, walking), samePlayed)
  return played ? <Bar stage={stage} played={played} /> : null
}

function samePlayed(a: Played | null, b: Played | null): boolean {
  return (
    a === b ||
    (a?.flow === b?.flow && a?.at === b?.at && JSON.stringify(a?.steps) === JSON.stringify(b?.steps))
  )
}

function Bar({ stage, played }: { readonly stage: Stage; readonly played: Played }) {
  const session = useSession()
  const { flow, at, steps } = played
  const step = steps[at]
  const id = step?.id ?? ''
  const words = useBoard((board) => (step ? onWords(board, step) : ''))
  // biome-ignore lint/correctness/useExhaustiveDependencies: said and shown once for each step, not when it is reworded
  useEffect(() => {
    const board = session.live.snapshot
    if (step) announce(say.stepSaid(at + 1, steps.length, stepWords(board, step)))
    const lit = litInStep(board, id as never)
    const box = lit && around([...lit.items].flatMap((one) => stage.scene.items.get(one) ?? []))
    const view = box && viewShowing(box, stage.view, stage.size())
    if (view) stage.look(view, 260)
  }, [id])
  const by = (count: number) => () => {
    playBy(session, count)
  }
  useKeys({
    arrowright: by(1),
    arrowdown: by(1),
    pagedown: by(1),
    space: by(1),
    arrowleft: by(-1),
    arrowup: by(-1),
    pageup: by(-1),
    home: by(-at),
    end: by(steps.length - 1 - at),
    escape: () => endPlaying(session),
  })
  return (
    <>
      <FlowLayer stage={stage} played={played} />
      <div className={styles.bar} role="toolbar" aria-label={say.playing} data-over-map>
        <IconButton label={say.before} keys="←" isDisabled={at <= 0} onPress={by(-1)}>
          <ChevronLeft />
        </IconButton>
        <span className={styles.caption}>
          <small>
            {nameOf(flow)} · {say.stepOf(at + 1, steps.length)}
          </small>
          <b>{step?.words || words}</b>
          {step?.words && <i>{words}</i>}
        </span>
        <IconButton label={say.next} keys="→" isDisabled={at >= steps.length - 1} onPress={by(1)}>
          <ChevronRight />
        </IconButton>
        <IconButton label={say.end} keys="Esc" onPress={() => endPlaying(session)}>
          <X />
        </IconButton>
      </div>
    </>
  )
}
