import { THEMES } from '@second-story/picture'
import type { Stage } from '../../stage/stage.ts'
import { paintGesture } from './gesture.ts'
import { paintOthers } from './others.ts'
import type { Overlay } from './overlay.ts'
import type { Context } from './pen.ts'
import { paintGlow, paintHandles, paintMatches, paintSelection } from './selection.ts'

/** Draws selection, knobs, guides, the marquee, arrows being pulled and other people's hands, in pixels of the screen. */
export function paintOverlay(context: Context, stage: Stage, overlay: Overlay): void {
  const theme = THEMES[stage.theme]
  stage.overInk?.(context, (n) => overlay.whoColour(n))
  paintOthers(context, stage, overlay)
  paintMatches(context, stage, overlay, theme)
  paintSelection(context, stage, overlay, theme)
  paintGlow(context, stage, overlay, theme)
  paintHandles(context, stage, overlay, theme)
  paintGesture(context, stage, overlay, theme)
}
