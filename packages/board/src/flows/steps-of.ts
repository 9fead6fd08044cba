import type { ItemId, RelationId } from '../ids.ts'
import type { BoardSnapshot, Flow, Item, Relation } from '../snapshot.ts'

/** One step as it can be played now. */
export interface Step {
  readonly id: string
  readonly order: string
  readonly words: string
  /** what the step names, there or not */
  readonly target: string
  /** the arrow it goes along; null where it stands on a thing, or what it named is gone */
  readonly arrow: Relation | null
  /** the thing it stands on, or the one that its arrow leads to; null where that is gone */
  readonly at: Item | null
}

/**
 * The steps of a flow in order, whatever became of what they name: a step whose arrow or thing is gone keeps its place and
 * its words and has neither `arrow` nor `at`. Steps of one order stand by their id, so that all read them alike.
 */
export function stepsOf(board: Pick<BoardSnapshot, 'items' | 'relations'>, flow: Flow): readonly Step[] {
  return [...flow.steps].sort(inOrder).map(({ id, order, on, words }): Step => {
    const arrow = board.relations.get(on as RelationId) ?? null
    const at = board.items.get((arrow?.to ?? on) as ItemId) ?? null
    return { id, order, words, target: on, arrow, at }
  })
}

/** Every flow of a board by its name, then by its id. */
export function flowsOf(board: BoardSnapshot): readonly Flow[] {
  const flows: Flow[] = []
  for (const item of board.items.values())
    if (item.type === 'flow' && item.revealed === null) flows.push(item)
  return flows.sort((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()) || compare(a.id, b.id))
}

/** The flow that has this step, and how many steps come before it; null where none has. */
export function stepAt(
  board: BoardSnapshot,
  step: string | null,
): { readonly flow: Flow; readonly at: number } | null {
  if (step === null) return null
  for (const flow of flowsOf(board)) {
    const at = stepsOf(board, flow).findIndex(({ id }) => id === step)
    if (at >= 0) return { flow, at }
  }
  return null
}

function inOrder(a: Flow['steps'][number], b: Flow['steps'][number]): number {
  return compare(a.order, b.order) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
