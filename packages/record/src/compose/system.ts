import {
  type Boundary,
  type Component,
  type ItemId,
  RELATION_VERBS,
  type Relation,
  SYSTEM_RELATIONS,
} from '@second-story/board'
import type { Group, Line, Words } from '../record.ts'
import { flowGroups } from './flows.ts'
import { line, listed, oneLine, plain } from './lines.ts'
import type { SectionComposer } from './section.ts'
import type { View } from './view.ts'

/** The system as a picture, and the same as text: what each component is, where it stands, what it does. */
export const system: SectionComposer = {
  key: 'system',
  title: 'The system as we drew it',
  byHand: false,
  compose(view) {
    const components = systemGroups(view)
    if (components.length === 0) return []
    const groups = [...components, ...flowGroups(view)]
    const words = 'The system as drawn; the same follows as text.'
    return [
      { block: 'picture', picture: 'system', words },
      { block: 'groups', groups },
    ]
  },
}

/** Components by the boundary they stand in, the free ones last. */
export function systemGroups(view: View): Group[] {
  const within = new Map<Boundary | null, Component[]>()
  for (const component of view.all('component')) {
    const boundary = boundaryOf(view, component)
    const list = within.get(boundary)
    if (list) list.push(component)
    else within.set(boundary, [component])
  }
  const order: (Boundary | null)[] = [...view.all('boundary'), null]
  return order.flatMap((boundary) => {
    const components = within.get(boundary)
    if (!components) return []
    const title = boundary ? boundaryTitle(view, boundary) : within.size > 1 ? 'Outside of these' : null
    return [{ title, part: null, lines: components.map((component) => componentLine(view, component)) }]
  })
}

function boundaryTitle(view: View, boundary: Boundary): string {
  const name = oneLine(boundary.name) || 'Unnamed'
  const around = boundary.place?.parent ? view.item(boundary.place.parent) : undefined
  return around?.type === 'boundary' ? `${name}, in ${oneLine(around.name) || 'unnamed'}` : name
}

function boundaryOf(view: View, component: Component): Boundary | null {
  let parent: ItemId | null = component.place?.parent ?? null
  const seen = new Set<ItemId>()
  while (parent && !seen.has(parent)) {
    seen.add(parent)
    const item = view.item(parent)
    if (item?.type === 'boundary') return item
    parent = item?.place?.parent ?? null
  }
  return null
}

function componentLine(view: View, component: Component): Line {
  const name: Words = [{ text: oneLine(component.name) || 'unnamed', bold: true }]
  const technology = oneLine(component.technology)
  const is = [
    component.kind === 'unknown' ? 'not described' : component.kind,
    ...(technology ? [technology] : []),
  ]
  return line(component.id, [...name, { text: ` (${is.join(', ')})` }, ...doings(view, component)], {
    details: asides(component).map(plain),
    notes: component.notes.trim(),
  })
}

function asides(component: Component): string[] {
  const owner = oneLine(component.ownerTeam)
  const matters = oneLine(component.criticality)
  const { tags } = component
  return [
    ...(component.control === 'not-ours' ? ['not ours'] : []),
    ...(component.control === 'unsure' ? ['not sure whose'] : []),
    ...(component.offLimits ? ['off limits'] : []),
    ...(owner ? [`looked after by ${owner}`] : []),
    ...(matters ? [`matters: ${matters}`] : []),
    ...component.steadyState.map(steady),
    ...(tags.length > 0 ? [tags.map((tag) => `#${tag}`).join(' ')] : []),
  ]
}

/** "usually 300 orders per minute (dashboard)" */
function steady({ signal, usual, where }: Component['steadyState'][number]): string {
  const source = oneLine(where)
  const measure = [oneLine(usual), oneLine(signal)].filter((one) => one !== '').join(' ')
  return `usually ${measure}${source === '' ? '' : ` (${source})`}`
}

/** " calls a and b (http), reads c" */
function doings(view: View, component: Component): Words {
  const byVerb = new Map<string, Relation[]>()
  for (const relation of view.from(component.id)) {
    if (!(SYSTEM_RELATIONS as readonly string[]).includes(relation.kind)) continue
    const verb = RELATION_VERBS[relation.kind]
    const list = byVerb.get(verb)
    if (list) list.push(relation)
    else byVerb.set(verb, [relation])
  }
  return [...byVerb].flatMap(([verb, relations], at): Words => {
    const others = relations.map((relation): Words => {
      const name: Words = [{ text: view.nameOf(relation.to), bold: true }]
      const label = oneLine(relation.label)
      return label === '' || label === verb ? name : [...name, { text: ` (${label})` }]
    })
    return [{ text: `${at === 0 ? '' : ','} ${verb} ` }, ...listed(others)]
  })
}
