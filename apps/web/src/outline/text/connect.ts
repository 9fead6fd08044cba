import { type Item, type ItemId, RELATION_VERBS, type RelationKind } from '@second-story/board'
import { usualLink } from '../../map/actions/link.ts'
import { blankItem } from '../../map/actions/new-item.ts'
import { guessKind } from '../../map/type-line/guess-kind.ts'
import { nameOf } from '../item-words.ts'
import { openPlace } from '../make-item.ts'
import { boundaryIdOf } from './boundaries.ts'
import { ComponentMaker, isDrawn } from './draw-line.ts'
import { addAt, type Edit, type EditContext, sizeFor } from './edit.ts'
import { endNamed, type TypedEnd } from './read-typed.ts'

/**
 * Arrows from a line to what was typed behind `>`. What is called so is connected; a name that nothing has yet makes
 * a component beside the owner, or, in what is told, a factor with these words.
 */
export function connectTyped(context: EditContext, owner: Item, end: TypedEnd): Edit {
  const { board, makeId } = context
  const maker = new ComponentMaker(context, boundaryIdOf(board, owner))
  const adds: Record<string, unknown>[] = []
  const arrows: Record<string, unknown>[] = []
  const said: string[] = []
  for (const name of end.names) {
    const known = endNamed(board, owner, name)
    const other = known ?? blank(owner, name)
    const id =
      known?.id ??
      (owner.type === 'component' ? maker.make(name, guessKind(name)) : addFactor(context, name, adds))
    const link = linkBetween(owner, other, end)
    const [from, to] = link.reversed ? [id, owner.id] : [owner.id, id]
    said.push(sayArrow(owner, other, link, end.label))
    if (isDrawn(context, from, to, link.kind, end.label)) continue
    arrows.push({ do: 'connect', id: makeId(), from, to, kind: link.kind, label: end.label })
  }
  return { commands: [...maker.commands, ...adds, ...arrows], said: `${said.join('; ')}.`, at: owner.id }
}

/** What a typed arrow will say, before it is drawn: “orders calls payment (http)”. */
export function sayTyped(context: Pick<EditContext, 'board'>, owner: Item, end: TypedEnd): string {
  return end.names
    .map((name) => {
      const known = endNamed(context.board, owner, name)
      const other = known ?? blank(owner, name)
      const words = sayArrow(owner, other, linkBetween(owner, other, end), end.label)
      return known ? words : `${words}, ${owner.type === 'component' ? 'new' : 'a new factor'}`
    })
    .join('; ')
}

interface Between {
  readonly kind: RelationKind
  readonly reversed: boolean
}

function linkBetween(owner: Item, other: Item, end: TypedEnd): Between {
  const [from, to] = end.back ? [other, owner] : [owner, other]
  const usual = usualLink(from, to)
  const kind = end.later && usual.kind === 'calls' ? 'publishes' : usual.kind
  return { kind, reversed: end.back !== usual.reversed }
}

function sayArrow(owner: Item, other: Item, { kind, reversed }: Between, label: string): string {
  const [from, to] = reversed ? [other, owner] : [owner, other]
  return `${nameOf(from)} ${RELATION_VERBS[kind]} ${nameOf(to)}${label === '' ? '' : ` (${label})`}`
}

function blank(owner: Item, name: string): Item {
  const box = { x: 0, y: 0, w: 1, h: 1 }
  return owner.type === 'component'
    ? blankItem('component', { name }, box)
    : blankItem('factor', { text: name }, box)
}

function addFactor(context: EditContext, words: string, adds: Record<string, unknown>[]): ItemId {
  const id = context.makeId() as ItemId
  const spot = { type: 'factor', boundary: null, part: 'came-together' } as const
  const place = { ...openPlace(context.board, 'factor'), ...sizeFor(context.board, 'factor', words) }
  adds.push(addAt(context, spot, id, words, place))
  return id
}
