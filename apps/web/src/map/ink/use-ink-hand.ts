import { THEMES } from '@second-story/picture'
import { type RefObject, useEffect, useRef } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import { useKeys } from '../../board/keyboard/use-keys.ts'
import { useSession } from '../../session/use-session.ts'
import type { Stage } from '../stage/stage.ts'
import type { Pointer } from '../tools/pointer.ts'
import { InkHand } from './ink-hand.ts'
import { OthersInk } from './others-ink.ts'
import { paintChosen, paintOnlyYou } from './paint-chosen.ts'
import { paintHeld, paintTrail, paintWet } from './paint-wet.ts'

/** Drawing by hand, mine and what others draw at this moment. `panning`: the view is pulled along instead. */
export function useInkHand(
  root: RefObject<HTMLElement | null>,
  stage: Stage | null,
  pointer: Pointer | null,
  panning: boolean,
): void {
  const session = useSession()
  const hand = useRef<InkHand | null>(null)
  useEffect(() => {
    if (!root.current || !stage || !pointer) return
    const made = new InkHand(root.current, stage, session, pointer)
    const others = new OthersInk()
    hand.current = made
    stage.overInk = (context, whoColour) => {
      const now = performance.now()
      const theme = THEMES[stage.theme]
      paintOnlyYou(context, stage)
      paintChosen(context, stage, useBoardUi.getState().strokes)
      paintHeld(context, stage)
      paintWet(context, stage, made.wet.left(stage.ink.scene.strokes), true)
      const { doing } = made
      if (doing?.mode === 'pen' || doing?.mode === 'highlighter')
        paintWet(context, stage, [doing.line.shown], false)
      const theirs = others.shown(now)
      paintWet(
        context,
        stage,
        theirs.flatMap(({ shape }) => shape ?? []),
        false,
      )
      const trails = theirs.map(({ trail, colour }) => ({ trail, colour: whoColour(colour) }))
      const fading = [{ trail: made.trail, colour: theme.trial }, ...trails].map((one) =>
        paintTrail(context, stage, one.trail, one.colour, now, theme),
      )
      if (fading.includes(true) || theirs.some(({ shape }) => shape)) stage.touchOverlay()
    }
    const stops = [
      session.people.onMove((people) => {
        if (others.hear(people, performance.now())) stage.touchOverlay()
      }),
      useBoardUi.subscribe((now, before) => {
        if (now.strokes !== before.strokes) stage.touchOverlay()
      }),
      session.live.subscribe((change) => {
        if (change.strokes.size > 0) others.landed()
      }),
    ]
    return () => {
      for (const stop of stops) stop()
      made.close()
      stage.overInk = null
      hand.current = null
    }
  }, [root, stage, pointer, session])
  useEffect(() => {
    if (hand.current) hand.current.isPanning = panning
  }, [panning])
  useKeys({ escape: () => hand.current?.cancel() ?? false })
}
