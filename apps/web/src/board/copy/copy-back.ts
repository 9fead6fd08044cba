import {
  type BoardSnapshot,
  boardCommands,
  type Item,
  type ItemId,
  itemsOf,
  itemType,
  type LayerDocs,
  type LayerName,
  PROSE_SECTIONS,
  type Relation,
  read,
  relationsOf,
  type Stroke,
} from '@second-story/board'
import type { MakeId } from '@second-story/std'
import * as Y from 'yjs'
import type { CopyFile } from '../../session/copy-file.ts'

/** What a copy holds that the board does not. */
export interface BroughtBack {
  /** commands that add it: as new items of whoever runs them, so that nothing is refused as somebody else's */
  readonly commands: readonly unknown[]
  /** items that are not on the board */
  readonly added: readonly Item[]
  /** items whose words, or other fields, go on from those on the board; as they would be */
  readonly changed: readonly Item[]
  /** parts of the record that go on */
  readonly sections: number
  /** of things that somebody has deleted meanwhile, or that lie where this person may not write */
  readonly left: number
}

const NOTHING: BroughtBack = { commands: [], added: [], changed: [], sections: 0, left: 0 }

/**
 * Compares a copy with the board that is open. A copy of this very board is joined with it as if it had arrived in time,
 * and the difference becomes commands: both people's letters stay. A copy of another board comes whole, under new ids.
 */
export function bringBack(copy: CopyFile, board: string, docs: LayerDocs, makeId: MakeId): BroughtBack {
  return copy.board === board ? fromThisBoard(copy, docs) : fromAnother(copy, docs, makeId)
}

function fromThisBoard(copy: CopyFile, docs: LayerDocs): BroughtBack {
  const before = read(docs)
  const joined = read(new Map([...docs].map(([layer, doc]) => [layer, join(layer, doc, copy)])))
  const news = [...joined.items.values()].filter(({ id }) => !before.items.has(id))
  const added = news.filter(({ id }) => !before.deleted.has(id) && !isHeld(docs, id))
  const changes = [...joined.items.values()].flatMap((item) => changeOf(before.items.get(item.id), item))
  const there = new Set<ItemId>([...before.items.keys(), ...added.map(({ id }) => id)])
  const connects = [...joined.relations.values()].filter(
    ({ id, from, to }) => !before.relations.has(id) && !isHeld(docs, id) && there.has(from) && there.has(to),
  )
  const inks = [...joined.strokes.values()].filter(({ id }) => !before.strokes.has(id))
  const prose = PROSE_SECTIONS.flatMap((section) => {
    const blocks = joined.prose.get(section) ?? []
    const isSame = JSON.stringify(blocks) === JSON.stringify(before.prose.get(section) ?? [])
    return isSame ? [] : [{ do: 'prose', section, blocks }]
  })
  return {
    commands: [
      ...addsOf(joined, added),
      ...connects.map(connectOf),
      ...drawnAgain(joined, inks),
      ...changes.map(({ command }) => command),
      ...prose,
    ],
    added,
    changed: changes.map(({ item }) => item),
    sections: prose.length,
    left: news.length - added.length + leftOut(copy, docs),
  }
}

function fromAnother(copy: CopyFile, docs: LayerDocs, makeId: MakeId): BroughtBack {
  const layers = [...copy.layers.keys()].filter((layer) => layer !== 'conduct' && docs.has(layer))
  const theirs = read(new Map(layers.map((layer) => [layer, join(layer, new Y.Doc(), copy)])))
  const added = [...theirs.items.values()]
  const ids = new Map<string, string>()
  const fresh = (id: string): string => {
    const known = ids.get(id) ?? makeId()
    ids.set(id, known)
    return known
  }
  const commands = [...addsOf(theirs, added), ...[...theirs.relations.values()].map(connectOf)]
  const inks = drawnAgain(theirs, [...theirs.strokes.values()]).map((ink) => ({ ...ink, id: fresh(ink.id) }))
  return {
    ...NOTHING,
    added,
    commands: [...commands.map((one) => renamed(one, fresh)), ...inks],
    left: leftOut(copy, docs),
  }
}

/** A document of its own that holds what the board has and what the copy has. */
function join(layer: LayerName, doc: Y.Doc, copy: CopyFile): Y.Doc {
  const bytes = copy.layers.get(layer)
  // what the server alone writes is never taken from a file
  if (!bytes || layer === 'conduct') return doc
  const joined = new Y.Doc()
  Y.applyUpdate(joined, Y.encodeStateAsUpdate(doc))
  try {
    Y.applyUpdate(joined, bytes)
  } catch {
    // bytes that were changed by hand: what the board has stands
  }
  return joined
}

interface Change {
  readonly item: Item
  readonly command: unknown
}

function changeOf(before: Item | undefined, after: Item): readonly Change[] {
  if (!before || before.type === 'plain' || after.type !== before.type) return []
  const [was, is] = [before, after] as unknown as Record<string, unknown>[]
  const keys = Object.keys(itemType(before.type).fields).filter(
    (key) => JSON.stringify(was?.[key]) !== JSON.stringify(is?.[key]),
  )
  if (keys.length === 0) return []
  const fields = Object.fromEntries(keys.map((key) => [key, is?.[key]]))
  return [{ item: after, command: { do: 'set', id: after.id, fields } }]
}

/** Commands that make these items, what contains before what it holds. */
function addsOf(board: BoardSnapshot, items: readonly Item[]): readonly AddCommand[] {
  const some = new Map(items.map((item) => [item.id, item]))
  const commands = boardCommands({
    ...board,
    items: some,
    relations: new Map(),
    strokes: new Map(),
    prose: new Map(),
  })
  return (commands as AddCommand[]).map((add) => {
    const round = some.get(add.id)?.round
    return round ? { ...add, fields: { ...add.fields, round } } : add
  })
}

/** Commands that draw these lines again. */
function drawnAgain(board: BoardSnapshot, strokes: readonly Stroke[]): readonly { readonly id: string }[] {
  const some = new Map(strokes.map((stroke) => [stroke.id, stroke]))
  const alone = { ...board, items: new Map(), relations: new Map(), prose: new Map(), strokes: some }
  return boardCommands(alone) as { readonly id: string }[]
}

interface AddCommand {
  readonly do: 'add'
  readonly id: ItemId
  readonly fields: Readonly<Record<string, unknown>>
  readonly place: { readonly parent: string | null } | null
}

interface ConnectCommand {
  readonly do: 'connect'
  readonly id: string
  readonly from: string
  readonly to: string
}

function connectOf({ id, from, to, kind, label }: Relation): ConnectCommand & Record<string, unknown> {
  return { do: 'connect', id, from, to, kind, label }
}

function renamed(command: AddCommand | ConnectCommand, fresh: (id: string) => string): unknown {
  const id = fresh(command.id)
  if (command.do === 'connect') return { ...command, id, from: fresh(command.from), to: fresh(command.to) }
  const { round: _, ...fields } = command.fields
  const { place } = command
  const parent = place?.parent ? fresh(place.parent) : null
  return { ...command, id, fields, place: place && { ...place, parent } }
}

/** Does any document hold that id, shown or not? */
function isHeld(docs: LayerDocs, id: string): boolean {
  return [...docs.values()].some((doc) => itemsOf(doc).has(id) || relationsOf(doc).has(id))
}

/** Items of the copy that lie in documents which this person does not have here. */
function leftOut(copy: CopyFile, docs: LayerDocs): number {
  const layers = [...copy.layers.keys()].filter((layer) => !docs.has(layer))
  return read(new Map(layers.map((layer) => [layer, join(layer, new Y.Doc(), copy)]))).items.size
}
