import type { ItemId } from '@second-story/board'
import { shareNear } from '@second-story/picture'
import { useBoardUi } from '../../../board/board-ui.ts'
import { toolDone } from '../../../board/tool-done.ts'
import { isConnectable } from '../../../items/connect-choices.ts'
import { growAt } from '../../actions/grow.ts'
import { linkCommands } from '../../actions/link.ts'
import type { Point } from '../../geometry/box.ts'
import { useMapState } from '../../map-state.ts'
import { itemAt } from '../../scene/hit.ts'
import type { SceneItem } from '../../scene/scene.ts'
import { sideAt } from '../../scene/side-at.ts'
import type { GestureOf } from '../gesture.ts'
import type { Hand } from '../hand.ts'

type Link = GestureOf<'link'>
type Reattach = GestureOf<'reattach'>

/** An arrow that is pulled with the button held, or follows the pointer until the next click. */
export function beginLink(from: readonly ItemId[], to: Point, held: boolean): Link {
  return { kind: 'link', from, to, over: null, held }
}

export function aimLink(hand: Hand, gesture: Link, at: Point): Link {
  return { ...gesture, to: at, over: endAt(hand, at, gesture.from)?.id ?? null }
}

/** Joins what it ends on; in open ground something new grows from where it began. */
export function finishLink(hand: Hand, gesture: Link, at: Point): void {
  const { session } = hand
  const over = endAt(hand, at, gesture.from)
  const { items } = session.live.snapshot
  const from = gesture.from.flatMap((id) => items.get(id) ?? [])
  useMapState.getState().set({ linking: null })
  toolDone()
  const [first] = from
  if (!over) {
    if (first) growAt(hand.stage, first, at)
    return
  }
  const commands = linkCommands(from, over.item, session.makeId)
  if (commands.length === 0) return
  const done = session.do(commands)
  const [made] = commands
  // chips are no arrows that could be selected
  if (done.ok && commands.length === 1 && made?.kind !== 'about' && made?.kind !== 'from')
    useBoardUi.getState().select([], [made?.id as never])
}

export function aimReattach(hand: Hand, gesture: Reattach, at: Point): Reattach {
  if (gesture.end === 'words') {
    slideWords(hand, gesture, at)
    return { ...gesture, to: at }
  }
  return { ...gesture, to: at, over: endAt(hand, at, [])?.id ?? null }
}

export function finishReattach(hand: Hand, gesture: Reattach, at: Point): void {
  if (gesture.end === 'words') {
    const wordsAt = slideWords(hand, gesture, at)
    hand.session.do([{ do: 'amend', id: gesture.id, wordsAt }], 'moved words along an arrow')
    giveUpReattach(hand, gesture)
    return
  }
  const over = endAt(hand, at, [])
  if (!over) return
  // at a side it stays there; in the middle it finds its own
  const ends = { [gesture.end]: over.id, [`${gesture.end}Side`]: sideAt(over, at) }
  hand.session.do([{ do: 'amend', id: gesture.id, ...ends }])
}

/** Words that were being slid stand where the board says. */
export function giveUpReattach({ stage }: Hand, gesture: Reattach): void {
  if (gesture.end !== 'words') return
  stage.gallery.slide(gesture.id, null)
  stage.touchAll()
}

function slideWords({ stage }: Hand, gesture: Reattach, at: Point): number | null {
  const arrow = stage.scene.arrows.get(gesture.id)
  if (!arrow) return null
  const share = Math.round(shareNear(stage.gallery.arrow(arrow).points, at) * 1000) / 1000
  stage.gallery.slide(gesture.id, share)
  stage.touchAll()
  return share
}

function endAt({ stage, isTouch }: Hand, at: Point, from: readonly ItemId[]): SceneItem | null {
  const slack = (isTouch ? 12 : 4) / stage.view.zoom
  return itemAt(stage.scene, at, (one) => isConnectable(one.item) && !from.includes(one.id), slack)
}
