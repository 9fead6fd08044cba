import type { BoardSnapshot, Component, ItemId } from '@second-story/board'
import { guessKind } from './guess-kind.ts'
import type { TypedLine } from './parse-line.ts'

/** A typed line against a board: which names are already there, which will be made. */
export interface LinePlan {
  readonly ends: readonly LineEnd[]
  readonly arrows: readonly {
    readonly from: LineEnd
    readonly to: LineEnd
    readonly label: string
    readonly later: boolean
  }[]
}

export interface LineEnd {
  readonly name: string
  /** the component that has this name already */
  readonly known: ItemId | null
  readonly kind: Component['kind']
}

export function planLine(board: BoardSnapshot, line: TypedLine): LinePlan {
  const byName = new Map<string, Component>()
  for (const item of board.items.values()) {
    const key = item.type === 'component' ? item.name.trim().toLocaleLowerCase() : ''
    if (item.type === 'component' && key !== '' && !byName.has(key)) byName.set(key, item)
  }
  const ends = new Map<string, LineEnd>()
  for (const name of line.names) {
    const known = byName.get(name.toLocaleLowerCase())
    ends.set(name, {
      name: known?.name ?? name,
      known: known?.id ?? null,
      kind: known?.kind ?? guessKind(name),
    })
  }
  const arrows = line.arrows.flatMap((arrow) => {
    const from = ends.get(arrow.from)
    const to = ends.get(arrow.to)
    return from && to ? [{ from, to, label: arrow.label, later: arrow.later }] : []
  })
  return { ends: [...ends.values()], arrows }
}

/** What the line will draw, in words: “orders calls payment, http; adds payment”. */
export function sayLine(plan: LinePlan): string {
  const said = plan.arrows.map(
    ({ from, to, label, later }) =>
      `${from.name} ${later ? 'publishes to' : 'calls'} ${to.name}${label ? `, ${label}` : ''}`,
  )
  const shown = said.length > 3 ? [...said.slice(0, 2), `${said.length - 2} more arrows`] : said
  const fresh = plan.ends.filter((end) => end.known === null).map((end) => end.name)
  if (said.length === 0) {
    if (fresh.length === 0) return plan.ends.length > 0 ? 'already on the map' : ''
    return fresh.join(', ')
  }
  return shown.join('; ')
}
