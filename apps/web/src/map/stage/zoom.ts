import type { ItemId } from '@second-story/board'
import type { Box, Point } from '../geometry/box.ts'
import { grow } from '../geometry/box.ts'
import { currentStage } from './current-stage.ts'
import { FIT_PADDING, viewOf, viewShowing, zoomAbout } from './look-at.ts'

const MS = 260
/** What the switch and the buttons beside it take of the map's upper left corner, in pixels. */
const CONTROLS = { w: 440, h: 58 }

/** About the middle of the view, unless told. */
export function zoomTo(zoom: number, about?: Point): void {
  const stage = currentStage.get()
  if (!stage) return
  const { w, h } = stage.size()
  stage.look(zoomAbout(stage.view, about ?? { x: w / 2, y: h / 2 }, zoom), 160)
}

export function zoomBy(factor: number): void {
  const stage = currentStage.get()
  if (stage) zoomTo(stage.view.zoom * factor)
}

/** All of the board, not closer than it is drawn. */
export function zoomToFit(ms = MS): void {
  const stage = currentStage.get()
  const box = stage?.bounds()
  if (!stage || !box) return
  const narrow = stage.size().w < 700
  const padding = narrow ? { top: 48, right: 16, bottom: 24, left: 16 } : FIT_PADDING
  // titles stand above what they name, boundaries' labels and stamps hang over
  const all = { x: box.x - 8, y: box.y - 44, w: box.w + 16, h: box.h + 52 }
  const view = viewOf(all, stage.size(), padding)
  const corner = { x: view.x + all.x * view.zoom, y: view.y + all.y * view.zoom }
  const isCovered = !narrow && corner.x < CONTROLS.w && corner.y < CONTROLS.h
  stage.look(isCovered ? viewOf(all, stage.size(), { ...padding, top: CONTROLS.h }) : view, ms)
}

export function zoomToItems(ids: Iterable<ItemId>): void {
  const stage = currentStage.get()
  const box = stage?.bounds(ids)
  if (stage && box) stage.look(viewOf(grow(box, 40), stage.size(), FIT_PADDING, 1.5), MS)
}

/** Moves the view only as far as needed to show an item. */
export function showItem(id: ItemId): void {
  const stage = currentStage.get()
  const one = stage?.scene.items.get(id)
  if (!stage || !one) return
  const near =
    stage.view.zoom < 0.5
      ? { ...viewOf(grow(one, 200), stage.size()) }
      : viewShowing(one, stage.view, stage.size())
  if (near) stage.look(near, MS)
}

/** The same, of a part of the board. */
export function showBox(box: Box): void {
  const stage = currentStage.get()
  const near = stage && viewShowing(box, stage.view, stage.size())
  if (near) stage.look(near, MS)
}
