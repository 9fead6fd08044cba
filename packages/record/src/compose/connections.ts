import {
  type Factor,
  type Item,
  type ItemId,
  PARTS,
  partOf,
  RELATION_VERBS,
  type Relation,
  STORY_RELATIONS,
} from '@second-story/board'
import type { Line, Words } from '../record.ts'
import { line, listed, oneLine } from './lines.ts'
import type { View } from './view.ts'

/** Verbs read from the other end: "hidden by". */
const PASSIVE: Readonly<Record<string, string>> = {
  'fed into': 'fed by',
  'made worse': 'made worse by',
  'made harder': 'made harder by',
  hid: 'hidden by',
  helped: 'helped by',
  'held back': 'held back by',
  shaped: 'shaped by',
  'goes with': 'goes with',
  'is evidence for': 'borne out by',
  'speaks against': 'spoken against by',
}

/**
 * The arrows of a factor as words: "fed into “Load rises”, together with “Spam raised the load”". An arrow between
 * two factors is said once, at the one it leaves; a plain line at both; what came together is listed once.
 */
export function connections(view: View, factor: Factor): Words[] {
  const out = storyArrows(view.from(factor.id)).map((relation): Words => {
    const beside = besides(view, factor, relation)
    const together: Words = beside.length === 0 ? [] : [{ text: ', together with ' }, ...listed(beside)]
    return [{ text: `${verbOf(relation)} ` }, ...quoted(view, relation.to), ...together]
  })
  const back = storyArrows(view.to(factor.id)).flatMap((relation): Words[] => {
    const other = view.item(relation.from)
    if (!other || other.id === factor.id) return []
    if (other.type === 'factor' && relation.kind !== 'relates-to') return []
    const verb = verbOf(relation)
    const words = relation.label.trim() === '' ? (PASSIVE[verb] ?? verb) : `${verb}, from`
    return [[{ text: `${words} ` }, ...quoted(view, relation.from)]]
  })
  return [...out, ...back]
}

/** Arrows between two things neither of which is a factor, each as a sentence. */
export function betweenEvents(view: View): Line[] {
  return storyArrows(view.relations)
    .filter((relation) => isPlainEnd(view.item(relation.from)) && isPlainEnd(view.item(relation.to)))
    .map((relation) =>
      line(null, [
        ...quoted(view, relation.from),
        { text: ` ${verbOf(relation)} ` },
        ...quoted(view, relation.to),
      ]),
    )
}

function isPlainEnd(item: Item | undefined): boolean {
  return item !== undefined && item.type !== 'factor'
}

/**
 * The other factors that fed into the same thing, said at the first of them in the lists by part alone. What helped
 * goes with what helped.
 */
function besides(view: View, factor: Factor, relation: Relation): Words[] {
  if (RELATION_VERBS[relation.kind] !== FED) return []
  const together = new Set<Factor>()
  for (const other of view.to(relation.to)) {
    const item = view.item(other.from)
    if (item?.type === 'factor' && RELATION_VERBS[other.kind] === FED && isHelp(item) === isHelp(factor))
      together.add(item)
  }
  const [first, ...others] = [...together].sort((a, b) => partRank(a) - partRank(b))
  return first === factor ? others.map(({ id }) => quoted(view, id)) : []
}

function partRank(factor: Factor): number {
  return PARTS.indexOf(partOf(factor.kind))
}

const FED = RELATION_VERBS['contributed-to']

function isHelp(factor: Factor): boolean {
  return partOf(factor.kind) === 'helped'
}

function storyArrows(relations: readonly Relation[]): readonly Relation[] {
  return relations.filter(({ kind }) => (STORY_RELATIONS as readonly string[]).includes(kind))
}

function verbOf(relation: Relation): string {
  return oneLine(relation.label) || RELATION_VERBS[relation.kind]
}

function quoted(view: View, id: ItemId): Words {
  return [{ text: `“${oneLine(view.nameOf(id))}”` }]
}
