import type { ComponentKind } from '@second-story/board'
import { at, type ImportNote } from '../result.ts'
import {
  type DraftArrow,
  type DraftComponent,
  type DraftGroup,
  plainComponent,
  type SystemDraft,
} from '../system/draft.ts'
import { drawnKind } from '../system/drawn-component.ts'
import { guessArrow } from '../system/guess-arrow.ts'
import { safeLink } from '../text/safe-link.ts'
import { titleOf } from '../text/title-of.ts'
import type { Element, Workspace } from './workspace.ts'

/** Groups and containers nest no deeper than this. */
const MOST_DEPTH = 20

/**
 * What a workspace says of a system: systems with containers are boundaries, people, containers and other systems
 * components. What lies in a container is left out, and its arrows belong to the container. Keys are names, since the
 * numbers of an exported workspace change.
 */
export function toDraft(workspace: Workspace, file: string, notes: ImportNote[]): SystemDraft {
  const byId = new Map(workspace.elements.map((one) => [one.id, one]))
  const holding = new Set(
    workspace.elements.filter((one) => one.type === 'container').map((one) => one.parent ?? ''),
  )
  const keys = new Map<string, string>()
  const components = new Map<string, DraftComponent>()
  const groups = new Map<string, DraftGroup>()
  let inner = 0
  for (const one of workspace.elements) {
    if (one.type === 'component') {
      inner++
      continue
    }
    const path = pathOf(one, byId)
    const within = groupFor(one, byId, groups)
    if (holding.has(one.id)) {
      const key = ` system ${path}`
      keys.set(one.id, key)
      groups.set(key, { key, name: one.name, kind: 'system', group: within })
      continue
    }
    const key = components.has(path) ? `${path} ${one.id}` : path
    keys.set(one.id, key)
    components.set(key, component(one, key, within, notes))
  }
  if (inner > 0)
    notes.push({
      message: `${inner} components inside containers are not drawn; their arrows are the container's.`,
    })
  const kinds = new Map([...components].map(([key, one]) => [key, one.kind]))
  const arrows = workspace.relations.flatMap(({ from, to, description, technology }): DraftArrow[] => {
    const ends = [drawnEnd(from, byId, keys), drawnEnd(to, byId, keys)] as const
    if (ends[0] === undefined || ends[1] === undefined) return []
    // between components of one container there is nothing to draw
    if (ends[0] === ends[1] && from !== to) return []
    const label = [description, technology].filter((one) => one !== '').join(', ')
    return [
      {
        from: ends[0],
        to: ends[1],
        kind: guessArrow(kinds.get(ends[0]), kinds.get(ends[1]), description),
        label,
      },
    ]
  })
  return {
    title: workspace.name || titleOf(file),
    file,
    components: [...components.values()],
    groups: [...groups.values()],
    arrows,
  }
}

function pathOf(one: Element, byId: ReadonlyMap<string, Element>): string {
  const names = [one.name]
  for (let up = byId.get(one.parent ?? ''); up && names.length < 5; up = byId.get(up.parent ?? ''))
    names.unshift(up.name)
  return names.join('/')
}

/** The group that an element lies in; makes the groups that its file only names. */
function groupFor(
  one: Element,
  byId: ReadonlyMap<string, Element>,
  groups: Map<string, DraftGroup>,
): string | null {
  const parent = byId.get(one.parent ?? '')
  let within: string | null = parent ? ` system ${pathOf(parent, byId)}` : null
  for (const name of one.groups.slice(0, MOST_DEPTH)) {
    const key: string = ` group ${within ?? ''}/${name}`
    if (!groups.has(key)) groups.set(key, { key, name, kind: 'system', group: within })
    within = key
  }
  return within
}

function component(one: Element, key: string, group: string | null, notes: ImportNote[]): DraftComponent {
  const link = one.url === '' ? '' : safeLink(one.url)
  if (link === null)
    notes.push({ message: 'A link that is not http, https or mailto was left out.', ...at(one.position) })
  return plainComponent(key, one.name, kindOf(one), {
    technology: one.technology,
    ...one.about,
    notes: [one.description, link ?? ''].filter((words) => words !== '').join('\n'),
    group,
  })
}

function kindOf(one: Element): ComponentKind {
  if (one.type === 'person') return 'role'
  const tags = one.tags.join(' ').toLowerCase()
  if (/\b(?:database|datastore|data store|db)\b/.test(tags)) return 'datastore'
  if (/\b(?:queue|topic|message bus|broker)\b/.test(tags)) return 'queue'
  if (/\b(?:web ?browser|mobile|single page application|client)\b/.test(tags)) return 'client'
  if (/\bexternal\b/.test(tags)) return 'external'
  return drawnKind(one.name, one.technology, null)
}

function drawnEnd(
  id: string,
  byId: ReadonlyMap<string, Element>,
  keys: ReadonlyMap<string, string>,
): string | undefined {
  const own = keys.get(id)
  if (own !== undefined) return own
  return keys.get(byId.get(id)?.parent ?? '')
}
