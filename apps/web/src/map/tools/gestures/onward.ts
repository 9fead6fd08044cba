import { toolDone } from '../../../board/tool-done.ts'
import type { Point } from '../../geometry/box.ts'
import type { Gesture, Pull } from '../gesture.ts'
import type { Hand } from '../hand.ts'
import { finishDraw } from './draw.ts'
import { aimLink, aimReattach, finishLink, finishReattach } from './link.ts'
import { drawLasso, giveUpMarquee, spanMarquee } from './marquee.ts'
import { carry, dropMove, giveUpMove } from './move.ts'
import { dropResize, giveUpResize, stretch } from './resize.ts'

/** A gesture that goes on until the hand lets go. */
type Going = Exclude<Gesture, { kind: 'rest' | 'press' }>

/** The gesture as it is once the hand has pulled there. */
export function moveOn(hand: Hand, gesture: Going, pull: Pull): Gesture {
  const { at } = pull
  switch (gesture.kind) {
    case 'move':
      return carry(hand, gesture, pull)
    case 'marquee':
      return spanMarquee(hand, gesture, at)
    case 'lasso':
      return drawLasso(hand, gesture, at)
    case 'resize':
      return stretch(hand, gesture, pull)
    case 'draw':
      return { ...gesture, to: at }
    case 'link':
      return aimLink(hand, gesture, at)
    case 'reattach':
      return aimReattach(hand, gesture, at)
  }
}

/** The hand lets go: what was shown becomes so. */
export function finish(hand: Hand, gesture: Going, at: Point): void {
  switch (gesture.kind) {
    case 'move':
      dropMove(hand, gesture)
      return
    case 'marquee':
      return
    case 'lasso':
      toolDone()
      return
    case 'resize':
      dropResize(hand, gesture)
      return
    case 'draw':
      finishDraw(hand, gesture, at)
      return
    case 'link':
      finishLink(hand, gesture, at)
      return
    case 'reattach':
      finishReattach(hand, gesture, at)
  }
}

/** As if it had never begun. */
export function giveUp(hand: Hand, gesture: Going): void {
  if (gesture.kind === 'move') giveUpMove(hand, gesture)
  if (gesture.kind === 'resize') giveUpResize(hand, gesture)
  if (gesture.kind === 'marquee' || gesture.kind === 'lasso') giveUpMarquee(gesture)
}
