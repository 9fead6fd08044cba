import { type BoardSnapshot, inTimeOrder, sayWhen, type TimelineEvent } from '@second-story/board'
import type { DrawnComponent, DrawnGroup, DrawnSystem } from '../drawn/drawn-system.ts'

/** A system as two tables with an empty line between: components, then arrows; the importer reads them back. */
export function writeSystemCsv(system: DrawnSystem): string {
  const rows: { component: DrawnComponent; group: string }[] = []
  const names = new Map<string, string>()
  const taken = new Set<string>()
  /** arrows name their ends: two of one name are told apart */
  const nameFor = (key: string, wanted: string): void => {
    let name = wanted || 'unnamed'
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted || 'unnamed'} (${n})`
    taken.add(name.toLowerCase())
    names.set(key, name)
  }
  const walk = (
    components: readonly DrawnComponent[],
    groups: readonly DrawnGroup[],
    group: string,
  ): void => {
    for (const component of components) {
      nameFor(component.key, component.item.name)
      rows.push({ component, group })
    }
    for (const one of groups) {
      nameFor(one.key, one.item.name)
      walk(one.components, one.groups, one.item.name)
    }
  }
  walk(system.components, system.groups, '')
  const components = rows.map(({ component: { item, key }, group }) => [
    names.get(key) ?? '',
    item.kind,
    item.technology,
    group,
    item.criticality,
    item.notes,
  ])
  const arrows = system.arrows.map(({ relation, from, to }) => [
    names.get(from) ?? '',
    names.get(to) ?? '',
    relation.label,
    relation.kind,
  ])
  const first = table(['name', 'kind', 'technology', 'group', 'criticality', 'notes'], components)
  return arrows.length === 0 ? first : `${first}\r\n${table(['from', 'to', 'label', 'kind'], arrows)}`
}

/** What happened, in order of time, for a spreadsheet; without what people left out of the record. */
export function writeTimelineCsv(board: BoardSnapshot): string {
  const { zone } = board.conduct
  const events = [...board.items.values()].filter(
    (item): item is TimelineEvent =>
      item.type === 'event' && item.layer === 'common' && !item.leaveOutOfRecord,
  )
  return table(
    ['when', 'at (UTC)', 'what happened', 'kind', 'sources', 'components'],
    inTimeOrder(events).map((event) => [
      sayWhen(event.when, zone).words,
      event.when.at ?? '',
      event.text,
      event.kind ?? '',
      event.sources.map((source) => source.url ?? source.title).join(' '),
      componentsOf(event, board).join(', '),
    ]),
  )
}

function componentsOf(event: TimelineEvent, board: BoardSnapshot): string[] {
  const names: string[] = []
  for (const { from, to, kind, layer } of board.relations.values()) {
    const other = from === event.id ? board.items.get(to) : undefined
    if (kind === 'about' && layer === 'common' && other?.type === 'component' && other.layer === 'common')
      names.push(other.name)
  }
  return names.sort()
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

/** RFC 4180. What a spreadsheet would take for a formula begins with an apostrophe, as people type it there. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
