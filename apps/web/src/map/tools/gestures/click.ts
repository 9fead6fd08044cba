import { isItemTypeName } from '@second-story/board'
import { type Tool, useBoardUi } from '../../../board/board-ui.ts'
import { commentAt, commentOn } from '../../../comments/start.ts'
import { isConnectable } from '../../../items/connect-choices.ts'
import { PHONE_BELOW } from '../../../ui/use-phone.ts'
import { createAt, isStoryGround } from '../../actions/create-at.ts'
import { fitWords } from '../../actions/fit-words.ts'
import { chosenBy, withMates } from '../../actions/group.ts'
import type { Point } from '../../geometry/box.ts'
import { useMapState } from '../../map-state.ts'
import type { Hit } from '../../scene/hit.ts'
import { AT_REST, type Gesture, type GestureOf } from '../gesture.ts'
import type { Hand } from '../hand.ts'
import { beginLink } from './link.ts'

/** A press that went nowhere: uses the tool in hand, and gives how the gesture goes on; or selects, and gives null. */
export function click(hand: Hand, press: GestureOf<'press'>, at: Point): Gesture | null {
  const { tool } = useBoardUi.getState()
  const { hit } = press
  if (tool === 'comment' && withComment(hand, hit, at)) return AT_REST
  if (tool !== 'select' && hand.session.mayWrite()) {
    const used = withTool(hand, tool, hit, at)
    if (used) return used
  }
  select(hand, hit, press.shift)
  return null
}

/** A second click at once: writes in what is there, or begins something where nothing is. */
export function editAt(hand: Hand, hit: Hit, at: Point): void {
  if (!hand.session.mayWrite()) return
  switch (hit.on) {
    case 'item':
    case 'knob':
      useBoardUi.getState().set({ editing: hit.id })
      return
    case 'handle':
      fitWords(hand.session, hand.stage.scene, useBoardUi.getState().items)
      return
    case 'arrow':
    case 'end':
      useMapState.getState().set({ wording: hit.id })
      return
    case 'stroke':
      return
    case 'inside':
    case 'ground':
      createAt(hand.stage, isStoryGround(hand.stage.scene, at) ? 'factor' : 'component', at)
  }
}

// on what was pressed, or on the place; whoever looks on may, where the board says so
function withComment({ session }: Hand, hit: Hit, at: Point): boolean {
  useBoardUi.getState().set({ tool: 'select', kept: null })
  return hit.on === 'item' || hit.on === 'inside' ? commentOn(session, hit.id) : commentAt(session, at)
}

// null: the tool does nothing here, so the click is one with the pointer
function withTool(hand: Hand, tool: Tool, hit: Hit, at: Point): Gesture | null {
  if (tool === 'arrow') {
    const one = hit.on === 'item' ? hand.stage.scene.items.get(hit.id) : undefined
    return one && isConnectable(one.item) ? beginLink([one.id], at, false) : null
  }
  if (!isItemTypeName(tool)) return null
  createAt(hand.stage, tool, at)
  return AT_REST
}

function select(hand: Hand, hit: Hit, shift: boolean): void {
  const ui = useBoardUi.getState()
  switch (hit.on) {
    case 'item':
    case 'inside':
      // on a phone there is no panel: a second tap opens the half sheet
      if (hand.isTouch && window.innerWidth < PHONE_BELOW && ui.items.has(hit.id)) ui.set({ opened: hit.id })
      if (shift)
        ui.select(toggledAll(ui.items, withMates(hand.session.live.snapshot, [hit.id])), ui.relations)
      else ui.select(chosenBy(hand.session.live.snapshot, hit.id, ui.items))
      return
    case 'arrow':
    case 'end':
      ui.select(shift ? ui.items : [], shift ? toggled(ui.relations, hit.id) : [hit.id])
      return
    case 'stroke':
      ui.select(
        shift ? ui.items : [],
        shift ? ui.relations : [],
        shift ? toggled(ui.strokes, hit.id) : [hit.id],
      )
      return
    case 'ground':
      if (!shift) ui.select([])
      return
    case 'knob':
    case 'handle':
  }
}

/** All of them on where one was off, else all off. */
function toggledAll<T>(set: ReadonlySet<T>, some: ReadonlySet<T>): Set<T> {
  const isOn = [...some].every((one) => set.has(one))
  return isOn ? new Set([...set].filter((one) => !some.has(one))) : new Set([...set, ...some])
}

function toggled<T>(set: ReadonlySet<T>, one: T): Set<T> {
  const out = new Set(set)
  if (!out.delete(one)) out.add(one)
  return out
}
