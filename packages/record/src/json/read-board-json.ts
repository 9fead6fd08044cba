import {
  BOARD_KINDS,
  type BoardKind,
  type BoardSnapshot,
  boardCommands,
  type Comment,
  type Item,
  type ItemId,
  isId,
  isItemTypeName,
  type Relation,
  type Vote,
} from '@second-story/board'
import { BOARD_FORMAT } from './board-json.ts'
import { keptComments } from './kept-comments.ts'
import { keptVotes } from './kept-votes.ts'

/** A board as a file held it: commands that make it again on a new one, still to be parsed. */
export interface BoardFile {
  readonly title: string
  readonly kind: BoardKind
  readonly zone: string
  readonly commands: readonly unknown[]
  /** what people said beside it, by name alone */
  readonly comments: readonly Comment[]
  /** votes that were over */
  readonly votes: readonly Vote[]
}

type Plain = Readonly<Record<string, unknown>>

/** Reads what `toBoardJson` wrote; `rename` as of `boardCommands`. A string says why it cannot be read. Never throws. */
export function readBoardJson(text: string, rename?: (id: string) => string): BoardFile | string {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return 'The file is not JSON, or it breaks off.'
  }
  if (!isPlain(raw) || !isPlain(raw.board)) return 'This is not a board of Second Story.'
  if (raw.format !== undefined && raw.format !== BOARD_FORMAT) return 'This is not a board of Second Story.'
  const { board, items, relations, prose } = raw
  if (!Array.isArray(items) || !Array.isArray(relations) || !isPlain(prose))
    return 'The board in this file is not whole.'
  const known = new Map<ItemId, Item>()
  for (const item of items) {
    const read = itemOf(item)
    if (read === null) return 'Something on the board in this file cannot be read.'
    known.set(read.id, read)
  }
  const arrows = relations.filter(
    (one): one is Relation => isPlain(one) && isId(one.id) && isId(one.from) && isId(one.to),
  )
  if (arrows.length < relations.length) return 'An arrow on the board in this file cannot be read.'
  const strokes = Array.isArray(raw.strokes) ? raw.strokes.filter((one) => isPlain(one) && isId(one.id)) : []
  const said = keptComments(raw.comments, rename)
  if (said === null) return 'A comment on the board in this file cannot be read.'
  const votes = keptVotes(raw.votes, rename)
  if (votes === null) return 'A vote on the board in this file cannot be read.'
  const snapshot = {
    items: known,
    relations: new Map(arrows.map((one) => [one.id, { ...one, layer: 'common' }])),
    strokes: new Map(strokes.map((one) => [one.id, { ...one, layer: 'common' }])),
    prose: new Map(Object.entries(prose).filter(([, blocks]) => Array.isArray(blocks))),
  } as unknown as BoardSnapshot
  return {
    title: typeof board.title === 'string' ? board.title : '',
    kind: BOARD_KINDS.find((kind) => kind === board.kind) ?? 'blank',
    zone: typeof board.zone === 'string' ? board.zone : 'UTC',
    commands: boardCommands(snapshot, rename ? { rename } : {}),
    comments: said,
    votes,
  }
}

/** As much of an item as making commands of it takes; what its fields hold, the commands are asked about. */
function itemOf(raw: unknown): Item | null {
  if (!isPlain(raw) || !isId(raw.id) || !isItemTypeName(raw.type)) return null
  const place = raw.place === undefined || raw.place === null ? null : raw.place
  if (place !== null && !(isPlain(place) && typeof place.x === 'number' && typeof place.y === 'number'))
    return null
  const tags = Array.isArray(raw.tags) ? raw.tags.filter((tag) => typeof tag === 'string') : []
  const group = isId(raw.group) ? { group: raw.group } : { group: undefined }
  return { ...raw, ...group, tags, place, layer: 'common', revealed: null } as unknown as Item
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
