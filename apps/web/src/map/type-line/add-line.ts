import { type ItemId, itemType } from '@second-story/board'
import { fitItem } from '@second-story/picture'
import type { BoardSession } from '../../session/board-session.ts'
import { holderOf, stored } from '../actions/adopt.ts'
import { blankItem } from '../actions/new-item.ts'
import { nextSpot, openSpot } from '../actions/open-spot.ts'
import type { Box } from '../geometry/box.ts'
import { Scene } from '../scene/scene.ts'
import { currentStage } from '../stage/current-stage.ts'
import type { LineEnd, LinePlan } from './plan-line.ts'

/**
 * Draws what a line says, in one step: new components beside what they are joined to, arrows that are not there yet.
 * Gives the last thing it speaks of, to bring it into view; null where it was refused.
 */
export function addLine(session: BoardSession, plan: LinePlan): ItemId | null {
  const board = session.live.snapshot
  const stage = currentStage.get()
  const scene = new Scene()
  scene.take(board, null)
  const area = stage?.area() ?? { x: 0, y: 0, w: 800, h: 600 }
  const ids = new Map<LineEnd, ItemId>()
  const boxes = new Map<LineEnd, Box>()
  const adds: Record<string, unknown>[] = []
  for (const end of plan.ends) {
    const known = end.known && scene.items.get(end.known)
    if (end.known) ids.set(end, end.known)
    if (known) boxes.set(end, known)
    if (end.known) continue
    const blank = blankItem(
      'component',
      { name: end.name, kind: end.kind },
      { x: 0, y: 0, ...itemType('component').size },
    )
    const size = fitItem(blank, board)
    const caller = plan.arrows.find((arrow) => arrow.to === end && boxes.has(arrow.from))?.from
    const from = caller && boxes.get(caller)
    const middle = { x: area.x + Math.min(area.w / 2, 240), y: area.y + area.h / 2 }
    const box = from ? nextSpot(scene, from, size, 88) : openSpot(scene, middle, size)
    const id = session.makeId() as ItemId
    ids.set(end, id)
    boxes.set(end, box)
    scene.items.set(id, { id, item: { ...blank, id } as typeof blank, ...box, container: false, held: false })
    const holder = holderOf(scene, null, box, new Set())
    adds.push({
      do: 'add',
      id,
      type: 'component',
      fields: { name: end.name, kind: end.kind },
      place: stored(box, holder, ''),
    })
  }
  const connects = plan.arrows.flatMap(({ from, to, label, later }) => {
    const a = ids.get(from)
    const b = ids.get(to)
    const kind = later ? 'publishes' : 'calls'
    if (!a || !b) return []
    const there = [...board.relations.values()].some(
      (one) => one.from === a && one.to === b && one.kind === kind && (label === '' || one.label === label),
    )
    return there ? [] : [{ do: 'connect', id: session.makeId(), from: a, to: b, kind, label }]
  })
  const lastEnd = plan.ends.at(-1)
  const last = lastEnd ? (ids.get(lastEnd) ?? null) : null
  if (adds.length + connects.length === 0) return last
  const names = plan.ends.map((end) => end.name)
  const words = adds.length > 0 ? `drew ${names.slice(0, 3).join(', ')}` : 'drew an arrow'
  return session.do([...adds, ...connects], words).ok ? last : null
}
