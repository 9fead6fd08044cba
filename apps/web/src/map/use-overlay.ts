import type { ItemId } from '@second-story/board'
import { type RefObject, useEffect } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { useSession } from '../session/use-session.ts'
import { paintOverlay } from './canvas/overlay/paint-overlay.ts'
import { findMatches } from './find/matches.ts'
import type { Stage } from './stage/stage.ts'
import { showItem } from './stage/zoom.ts'
import type { Pointer } from './tools/pointer.ts'

const GLOW_MS = 1_400

/** Draws what lies over the map, in each frame in which something about it changed. */
export function useOverlay(
  canvas: RefObject<HTMLCanvasElement | null>,
  stage: Stage | null,
  pointer: Pointer | null,
): void {
  const session = useSession()
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!stage || !pointer || !context) return
    const colours = new Map<string, string>()
    const whoColour = (n: number): string => {
      const key = `${stage.theme} ${n}`
      let colour = colours.get(key)
      if (!colour) {
        colour = getComputedStyle(document.documentElement).getPropertyValue(`--who-${n}`).trim() || '#5650B0'
        colours.set(key, colour)
      }
      return colour
    }
    let glow: { readonly id: ItemId; readonly from: number } | null = null
    const paint = (): void => {
      const { w, h } = stage.size()
      const pixels = Math.min(2, window.devicePixelRatio || 1)
      const wanted = { w: Math.round(w * pixels), h: Math.round(h * pixels) }
      if (context.canvas.width !== wanted.w || context.canvas.height !== wanted.h) {
        context.canvas.width = wanted.w
        context.canvas.height = wanted.h
      }
      context.setTransform(pixels, 0, 0, pixels, 0, 0)
      context.clearRect(0, 0, w, h)
      const ui = useBoardUi.getState()
      const t = glow ? (performance.now() - glow.from) / GLOW_MS : 1
      paintOverlay(context, stage, {
        items: ui.items,
        relations: ui.relations,
        gesture: pointer.gesture,
        people: session.people.all,
        matches: findMatches.get(),
        glow: glow && t < 1 ? { id: glow.id, t } : null,
        editing: ui.editing,
        mayWrite: session.mayWrite(),
        whoColour,
      })
      if (glow && t < 1) stage.touchOverlay()
      else glow = null
    }
    const reveal = (): void => {
      const asked = useBoardUi.getState().reveal
      if (!asked) return
      const arrow = stage.scene.arrows.get(asked.id as never)
      const id = arrow ? arrow.to.id : (asked.id as ItemId)
      if (!stage.scene.items.has(id)) return
      showItem(id)
      glow = { id, from: performance.now() }
      stage.touchOverlay()
    }
    reveal()
    const stops = [
      stage.onFrame(paint),
      session.people.onMove(() => stage.touchOverlay()),
      session.people.list.subscribe(() => stage.touchOverlay()),
      findMatches.subscribe(() => stage.touchOverlay()),
      useBoardUi.subscribe((now, before) => {
        if (now.reveal !== before.reveal) reveal()
        if (now.editing !== before.editing) stage.touchOverlay()
      }),
    ]
    stage.touchOverlay()
    return () => {
      for (const stop of stops) stop()
    }
  }, [canvas, stage, pointer, session])
}
