import { useCallback, useEffect, useRef, useState } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { litInStep } from '../flows/play.ts'
import { useSession } from '../session/use-session.ts'
import { litBy } from '../timeline/lit-by.ts'
import { drawnTheme } from '../ui/theme.ts'
import { findMatches } from './find/matches.ts'
import type { FlowPort } from './flow/flow-port.ts'
import { useMapState } from './map-state.ts'
import { frameAt, litInFrame } from './present/frames.ts'
import { currentStage } from './stage/current-stage.ts'
import { viewShowing } from './stage/look-at.ts'
import { Stage } from './stage/stage.ts'
import { zoomToFit } from './stage/zoom.ts'

/** The stage of this map: made when React Flow is there, fed by the board, dimmed by the selection. */
export function useStage() {
  const session = useSession()
  const root = useRef<HTMLDivElement>(null)
  const under = useRef<HTMLDivElement>(null)
  const [port, setPort] = useState<FlowPort | null>(null)
  const [stage, setStage] = useState<Stage | null>(null)
  const onReady = useCallback((ready: FlowPort) => setPort(ready), [])
  const onGesture = useCallback((on: boolean, byHand: boolean) => {
    const shown = currentStage.get()
    shown?.setGesture(on)
    if (on && byHand) shown?.onOwnGesture?.()
  }, [])

  useEffect(() => {
    if (!port || !root.current || !under.current) return
    const made = new Stage(root.current, under.current, port)
    made.setTheme(drawnTheme.get())
    made.setStartUpOrder(useMapState.getState().startUpOrder)
    made.take(session.live.snapshot, null)
    currentStage.set(made)
    setStage(made)
    let fitted = made.scene.items.size > 0
    if (fitted) zoomToFit(0)
    const stops = [
      drawnTheme.subscribe(() => made.setTheme(drawnTheme.get())),
      session.live.subscribe((change) => {
        made.take(session.live.snapshot, change)
        light()
        // what was there before we came is shown whole, once it has arrived
        if (!fitted && !session.ready.get() && made.scene.items.size > 0) zoomToFit(0)
      }),
      session.ready.subscribe(() => {
        if (fitted) return
        fitted = true
        made.take(session.live.snapshot, null)
        zoomToFit(0)
      }),
    ]
    const light = (): void => {
      const ui = useBoardUi.getState()
      const board = session.live.snapshot
      const frame = frameAt(board, ui.walking)
      const found = findMatches.get()
      if (found.items.size + found.relations.size > 0) {
        made.light({ items: new Set([...found.items, ...found.ends]), relations: found.relations })
        return
      }
      const walked =
        ui.items.size + ui.relations.size > 0
          ? null
          : frame
            ? litInFrame(board, frame.id)
            : (litInStep(board, ui.walking) ?? litBy(board, ui.walking))
      if (walked && walked.items.size > 0) made.light(walked)
      else made.select(ui.items, ui.relations)
    }
    light()
    stops.push(findMatches.subscribe(() => light()))
    // a panel that opens must not cover what it speaks of
    let settling: ReturnType<typeof setTimeout> | undefined
    const uncover = (): void => {
      const { items } = useBoardUi.getState()
      const lit = made.lit ? made.bounds(made.lit.items) : null
      const chosen = items.size > 0 ? made.bounds(items) : null
      // never under a hand that is busy
      const busy = made.isHeld || (root.current?.dataset.gestureKind ?? 'rest') !== 'rest'
      if (!chosen || busy) return
      const { w, h } = made.size()
      const { zoom } = made.view
      const target = lit && lit.w * zoom < w - 64 && lit.h * zoom < h - 64 ? lit : chosen
      const view = viewShowing(target, made.view, made.size(), 32)
      if (view && viewShowing(chosen, made.view, made.size(), 16)) made.look(view, 260)
    }
    made.onResize = () => {
      clearTimeout(settling)
      settling = setTimeout(uncover, 60)
    }
    stops.push(() => clearTimeout(settling))
    stops.push(
      useMapState.subscribe((now, before) => {
        if (now.startUpOrder !== before.startUpOrder) made.setStartUpOrder(now.startUpOrder)
      }),
      useBoardUi.subscribe((now, before) => {
        if (now.show !== before.show) made.setShown(now.show)
        if (
          now.items !== before.items ||
          now.relations !== before.relations ||
          now.walking !== before.walking
        )
          light()
      }),
    )
    return () => {
      for (const stop of stops) stop()
      currentStage.set(null)
      setStage(null)
      made.close()
    }
  }, [port, session])
  return { root, under, stage, onReady, onGesture }
}
