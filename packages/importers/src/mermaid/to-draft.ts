import { at, type ImportNote } from '../result.ts'
import type { DraftArrow, DraftComponent, SystemDraft } from '../system/draft.ts'
import { drawnComponent } from '../system/drawn-component.ts'
import { guessArrow } from '../system/guess-arrow.ts'
import { plainWords } from '../text/plain-words.ts'
import { safeLink } from '../text/safe-link.ts'
import { titleOf } from '../text/title-of.ts'
import type { Flowchart, FlowNode } from './flowchart.ts'

/** What a flowchart says of a system: subgraphs are boundaries, nodes components, links arrows. */
export function toDraft(chart: Flowchart, file: string, notes: ImportNote[]): SystemDraft {
  const groups = new Set(chart.groups.map((one) => one.id))
  const keyOf = (id: string): string => (groups.has(id) ? groupKey(id) : id)
  const components = chart.nodes.map((node) => component(node, notes))
  const kinds = new Map(components.map((one) => [one.key, one.kind]))
  const arrows = chart.edges.flatMap(({ from, to, label: given, heads }): DraftArrow[] => {
    const label = plainWords(given).replace(/\s+/g, ' ').trim()
    const arrow = (a: string, b: string): DraftArrow => {
      const kind = guessArrow(kinds.get(a), kinds.get(b), label)
      return { from: a, to: b, kind: heads === 'none' && kind === 'calls' ? 'network' : kind, label }
    }
    const ends = [keyOf(from), keyOf(to)] as const
    return heads === 'both' ? [arrow(...ends), arrow(ends[1], ends[0])] : [arrow(...ends)]
  })
  tell(chart, notes)
  return {
    title: chart.title === '' ? titleOf(file) : chart.title,
    file,
    components,
    arrows,
    groups: chart.groups.map(({ id, title, group }) => ({
      key: groupKey(id),
      name: plainWords(title).replace(/\s+/g, ' ').trim() || id,
      kind: 'system',
      group: group === null ? null : groupKey(group),
    })),
  }
}

function groupKey(id: string): string {
  return ` group ${id}`
}

function component(node: FlowNode, notes: ImportNote[]): DraftComponent {
  const link = node.link === '' ? null : safeLink(node.link)
  if (node.link !== '' && link === null)
    notes.push({
      message: `The link of “${node.id.slice(0, 60)}” is not http, https or mailto and was left out.`,
    })
  const group = node.group === null ? null : groupKey(node.group)
  return drawnComponent(node.id, plainWords(node.label), node.shape, { group, notes: link ?? '' })
}

function tell(chart: Flowchart, notes: ImportNote[]): void {
  if (chart.looks) {
    const { count, first } = chart.looks
    const words =
      count === 1 ? 'A line about looks or direction was' : `${count} lines about looks or direction were`
    notes.push({ message: `${words} left out.`, ...at(first) })
  }
  for (const { text, position } of chart.unread)
    notes.push({ message: `“${text}” was not understood.`, ...at(position) })
}
