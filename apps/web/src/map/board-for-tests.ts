import { type Add, apply, type Connect, type LayerName, LiveBoard, parseCommands } from '@second-story/board'
import * as Y from 'yjs'

interface TestItem extends Partial<Omit<Add, 'id' | 'do'>> {
  readonly id: string
}
type TestRelation = readonly [from: string, kind: Connect['kind'], to: string, label?: string]

/** A short name as an id of the right length. */
export function idOf(name: string): string {
  return name.padEnd(21, '_').slice(0, 21)
}

/** A small board in memory, told at once; items and relations under short names. */
export function boardWith(items: readonly TestItem[], relations: readonly TestRelation[] = []): LiveBoard {
  const docs = new Map<LayerName, Y.Doc>([
    ['common', new Y.Doc()],
    ['own', new Y.Doc()],
  ])
  const live = new LiveBoard(docs, (work) => work())
  const commands = [
    ...items.map(({ id, place, ...rest }) => ({
      do: 'add',
      type: 'component',
      ...rest,
      id: idOf(id),
      place: place ? { ...place, parent: place.parent ? idOf(place.parent) : null } : null,
    })),
    ...relations.map(([from, kind, to, label]) => ({
      do: 'connect',
      id: idOf(`${from}-${to}`),
      from: idOf(from),
      to: idOf(to),
      kind,
      label: label ?? '',
    })),
  ]
  const parsed = parseCommands(commands)
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  const applied = apply(docs, parsed.commands, { now: 0, origin: 'test' })
  if (!applied.ok) throw new Error(applied.refusal.message)
  return live
}
