import type { ItemId, RelationKind } from '@second-story/board'
import type { Box } from '../../map/geometry/box.ts'
import type { TypedLine } from '../../map/type-line/parse-line.ts'
import { type LineEnd, planLine, sayLine } from '../../map/type-line/plan-line.ts'
import { addAt, type Edit, type EditContext, sizeFor } from './edit.ts'
import { type Room, roomIn } from './room-in.ts'

/**
 * Components that a line names and that are not there yet, in a boundary, and the arrows that it draws. With `self`,
 * one of the names means that very thing, whatever else is called so.
 */
export function drawLine(
  context: EditContext,
  line: TypedLine,
  boundary: ItemId | null,
  self?: { readonly name: string; readonly id: ItemId },
): Edit {
  const { board, makeId } = context
  const plan = planLine(board, line)
  const maker = new ComponentMaker(context, boundary)
  const isSelf = (end: LineEnd): boolean => end.name.toLocaleLowerCase() === self?.name.toLocaleLowerCase()
  const ids = new Map<LineEnd, ItemId>(
    plan.ends.map((end) => [
      end,
      self && isSelf(end) ? self.id : (end.known ?? maker.make(end.name, end.kind)),
    ]),
  )
  const arrows = plan.arrows.flatMap(({ from, to, label, later }) => {
    const [a, b] = [ids.get(from), ids.get(to)]
    const kind: RelationKind = later ? 'publishes' : 'calls'
    if (!a || !b || isDrawn(context, a, b, kind, label)) return []
    return [{ do: 'connect', id: makeId(), from: a, to: b, kind, label }]
  })
  const last = plan.ends.at(-1)
  return {
    commands: [...maker.commands, ...arrows],
    said: `${sayLine(plan)}.`,
    at: (last && ids.get(last)) ?? null,
  }
}

/** Makes components one after the other in one place, each beside the one before. */
export class ComponentMaker {
  readonly #context: EditContext
  readonly #boundary: ItemId | null
  readonly #adds: Record<string, unknown>[] = []
  readonly #boxes: Box[] = []
  readonly #grown = new Map<ItemId, Room['grown'][number]>()

  constructor(context: EditContext, boundary: ItemId | null) {
    this.#context = context
    this.#boundary = boundary
  }

  make(name: string, kind: string): ItemId {
    const { board, makeId } = this.#context
    const size = sizeFor(board, 'component', name, { kind })
    const room = roomIn(board, this.#boundary, size, { also: this.#boxes })
    const id = makeId() as ItemId
    const spot = { type: 'component', boundary: this.#boundary, part: null } as const
    this.#adds.push(addAt(this.#context, spot, id, name, { ...room.place }, { kind }))
    this.#boxes.push(room.box)
    for (const one of room.grown) {
      const was = this.#grown.get(one.id)?.place
      const place = {
        ...one.place,
        w: Math.max(one.place.w, was?.w ?? 0),
        h: Math.max(one.place.h, was?.h ?? 0),
      }
      this.#grown.set(one.id, { id: one.id, place })
    }
    return id
  }

  get commands(): readonly Record<string, unknown>[] {
    const places = [...this.#grown.values()]
    return [...this.#adds, ...(places.length > 0 ? [{ do: 'place', places }] : [])]
  }
}

/** An arrow that says the same is there already. */
export function isDrawn(
  { board }: EditContext,
  from: ItemId,
  to: ItemId,
  kind: RelationKind,
  label: string,
): boolean {
  for (const one of board.relations.values())
    if (one.from === from && one.to === to && one.kind === kind && (label === '' || one.label === label))
      return true
  return false
}
