import { type Item, type ItemId, type ItemTypeName, itemType, NOTE_BOXES } from '@second-story/board'
import type { Box } from '../../map/geometry/box.ts'
import { writeLayer } from '../../review/write-layer.ts'
import type { BoardSession } from '../../session/board-session.ts'
import type { Draft, DraftLink } from '../map-state.ts'
import { nextLook } from '../notes/note-look.ts'
import type { Scene } from '../scene/scene.ts'
import { holderOf, stored } from './adopt.ts'
import { usualLink } from './link.ts'

const PLACEHOLDERS: Readonly<Record<ItemTypeName, string>> = {
  component: 'Name it',
  boundary: 'Name it',
  note: 'Write…',
  text: 'Write…',
  frame: 'Name it',
  event: 'What happened?',
  factor: 'What played a part?',
  insight: 'What do we know now?',
  question: 'What do we want to know?',
  idea: 'What could be better?',
  image: 'What does it show?',
  flow: 'Name it',
  bookmark: 'Name it',
}

/** FACE.md's words for a branch: never "why". */
export const WHAT_MADE_THAT_MAKE_SENSE = 'What made that make sense?'

/** Something of this type as it is before it has words. */
export function blankItem(type: ItemTypeName, fields: Readonly<Record<string, unknown>>, box: Box): Item {
  const values = Object.fromEntries(
    Object.entries(itemType(type).fields).map(([key, field]) => [key, fields[key] ?? field.fallback]),
  )
  const common = {
    id: '_'.repeat(21),
    layer: 'common',
    place: { ...box, parent: null, order: '' },
    round: null,
    keptBack: false,
    revealed: null,
    tags: [],
    deleted: null,
    type,
  }
  return { ...common, ...values } as unknown as Item
}

export function draftOf(
  scene: Scene,
  type: ItemTypeName,
  box: Box,
  links: readonly DraftLink[] = [],
  placeholder = PLACEHOLDERS[type],
): Draft {
  const parent = holderOf(scene, null, box, new Set())
  if (type !== 'note') return { type, box, parent: parent?.id ?? null, fields: {}, links, placeholder }
  // it looks like the last one
  const look = nextLook.get()
  const sized = { ...box, ...NOTE_BOXES[look.size] }
  return { type, box: sized, parent: parent?.id ?? null, fields: { ...look }, links, placeholder }
}

/** The link by which something new grows from a thing that is there. */
export function growingLink(type: ItemTypeName, other: Item): DraftLink {
  if (type === 'factor' && (other.type === 'factor' || other.type === 'event')) {
    return { other: other.id, kind: 'contributed-to', inward: false }
  }
  const fresh = blankItem(type, {}, { x: 0, y: 0, w: 1, h: 1 })
  const { kind, reversed } = usualLink(other, fresh)
  return { other: other.id, kind, inward: !reversed }
}

/** The commands of a draft that has got its words; `id` is the new thing's. */
export function draftCommands(
  session: Pick<BoardSession, 'live' | 'layer' | 'makeId'>,
  scene: Scene,
  draft: Draft,
  words: string,
  size: { readonly w: number; readonly h: number },
): { readonly id: ItemId; readonly commands: readonly Record<string, unknown>[] } {
  const id = session.makeId() as ItemId
  const { layer, fields } = writeLayer(session, draft.type)
  const parent = draft.parent ? (scene.items.get(draft.parent) ?? null) : null
  const box = { x: draft.box.x, y: draft.box.y, ...size }
  const add = {
    do: 'add',
    id,
    type: draft.type,
    layer,
    fields: { ...fields, ...draft.fields, [itemType(draft.type).words]: words },
    // a parked idea lives in lists, never on the map
    place: draft.type === 'idea' ? null : stored(box, parent, ''),
  }
  const links = draft.links
    .filter((link) => session.live.snapshot.items.has(link.other))
    .map(({ other, kind, inward }) => ({
      do: 'connect',
      id: session.makeId(),
      from: inward ? other : id,
      to: inward ? id : other,
      kind,
    }))
  return { id, commands: [add, ...links] }
}
