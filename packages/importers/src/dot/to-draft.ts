import type { ComponentKind } from '@second-story/board'
import { at, type ImportNote } from '../result.ts'
import type { DraftArrow, DraftComponent, SystemDraft } from '../system/draft.ts'
import { drawnComponent } from '../system/drawn-component.ts'
import { guessArrow } from '../system/guess-arrow.ts'
import { plainWords } from '../text/plain-words.ts'
import { safeLink } from '../text/safe-link.ts'
import { titleOf } from '../text/title-of.ts'
import type { DotEdge, DotGraph, DotNode, Value } from './graph.ts'

const SHAPES: Readonly<Record<string, ComponentKind>> = {
  cylinder: 'datastore',
  cds: 'queue',
  person: 'client',
  actor: 'client',
}
/** Things of a `terraform graph` that are no part of a running system. */
const TERRAFORM_PLUMBING =
  /^(?:\[root\] )?(?:provider\[|provider\.|var\.|local\.|output\.|meta\.|root$|data\.)/

/** What a DOT graph says of a system: clusters are boundaries, nodes components, edges arrows. */
export function toDraft(graph: DotGraph, file: string, notes: ImportNote[]): SystemDraft {
  const terraform = graph.nodes.some((node) => /^\[root\] /.test(node.id)) || isTerraform(graph)
  const nodes = terraform ? withoutPlumbing(graph, notes) : graph.nodes
  const components = nodes.map((node) => component(node, terraform, notes))
  const kinds = new Map(components.map((one) => [one.key, one.kind]))
  if (terraform)
    notes.push({
      message: 'The arrows say what is built first; the map shows them as “starts after”, when asked.',
    })
  const arrows = graph.edges
    .filter(({ from, to }) => kinds.has(from) && kinds.has(to))
    .flatMap((edge) => arrowsOf(edge, kinds, terraform))
  const label = graph.label ? words(graph.label, graph.name).split('\n')[0]?.trim() : ''
  return {
    title: label || (graph.name !== '' && graph.name !== 'G' ? graph.name : titleOf(file)),
    file,
    components,
    arrows,
    groups: graph.clusters.map(({ id, label: given, cluster }) => ({
      key: groupKey(id),
      name:
        (given ? words(given, id).replace(/\s+/g, ' ').trim() : '') || id.replace(/^cluster[_-]?/i, '') || id,
      kind: 'system',
      group: cluster === null ? null : groupKey(cluster),
    })),
  }
}

function groupKey(cluster: string): string {
  return ` group ${cluster}`
}

function component(node: DotNode, terraform: boolean, notes: ImportNote[]): DraftComponent {
  const { attributes, id } = node
  const shape = attributes.get('shape')?.text.toLowerCase() ?? ''
  const given = attributes.get('label')
  const bare = terraform ? id.replace(/^\[root\] /, '').replace(/ \((?:expand|close)\)$/, '') : id
  const label = given ? words(given, bare, /record/i.test(shape)) : bare
  const group = node.cluster === null ? null : groupKey(node.cluster)
  const url = attributes.get('url') ?? attributes.get('href')
  const link = url ? safeLink(url.text) : null
  if (url && link === null) {
    const message = `The link of “${id.slice(0, 60)}” is not http, https or mailto and was left out.`
    notes.push({ message, ...at(node.position) })
  }
  const hint = Object.hasOwn(SHAPES, shape) ? (SHAPES[shape] ?? null) : null
  return drawnComponent(id, label, hint, { group, notes: link ?? '' })
}

/** What a label shows; `\N` stands for the node itself, and records have fields between bars. */
function words(value: Value, self: string, record = false): string {
  if (value.html) return plainWords(value.text)
  const fields = record ? value.text.replace(/<[^<>]*>/g, ' ').replace(/(?<!\\)[{}|]/g, '\n') : value.text
  return plainWords(fields.replaceAll('\\N', self).replace(/\\[nlr]/g, '\n')).replace(/\\(.)/g, '$1')
}

function arrowsOf(
  { from, to, directed, attributes }: DotEdge,
  kinds: ReadonlyMap<string, ComponentKind>,
  terraform: boolean,
): DraftArrow[] {
  const given = attributes.get('label') ?? attributes.get('xlabel')
  const label = given ? words(given, `${from}->${to}`).replace(/\s+/g, ' ').trim() : ''
  const way = attributes.get('dir')?.text ?? (directed ? 'forward' : 'none')
  if (terraform) return [{ from, to, kind: 'depends-on', label }]
  const arrow = (a: string, b: string): DraftArrow => {
    const kind = guessArrow(kinds.get(a), kinds.get(b), label)
    return { from: a, to: b, kind: way === 'none' && kind === 'calls' ? 'network' : kind, label }
  }
  if (way === 'back') return [arrow(to, from)]
  return way === 'both' ? [arrow(from, to), arrow(to, from)] : [arrow(from, to)]
}

// newer versions of terraform name resources bare: "aws_instance.web"
function isTerraform(graph: DotGraph): boolean {
  const resource = /^(?:module\.[\w-]+(?:\[.*?\])?\.)*(?:data\.)?[a-z0-9]+_\w+\.[\w-]+$/
  return graph.nodes.length > 0 && graph.nodes.every((node) => resource.test(node.id))
}

function withoutPlumbing(graph: DotGraph, notes: ImportNote[]): readonly DotNode[] {
  const kept = graph.nodes.filter((node) => !TERRAFORM_PLUMBING.test(node.id))
  const count = graph.nodes.length - kept.length
  if (count > 0)
    notes.push({ message: `${count} providers, variables, look-ups and outputs of terraform were left out.` })
  return kept
}
