import { textIn } from '../json/json-value.ts'
import { get, textOf, type YamlValue } from '../yaml/yaml-value.ts'
import type { Span } from './span.ts'
import { readTags } from './tags.ts'

const KINDS = new Set(['client', 'server', 'producer', 'consumer'])

/** The spans of a Zipkin trace (version 2): a list of spans, or a list of such lists. */
export function readZipkin(root: YamlValue): Span[] {
  const items = root.kind === 'list' ? root.items() : []
  return items
    .flatMap((one) => (one.kind === 'list' ? one.items() : [one]))
    .map((span): Span => {
      const { spanKind: _, ...tags } = readTags(tagsOf(get(span, 'tags')))
      const kind = textIn(span, 'kind').toLowerCase()
      const remote = textIn(get(span, 'remoteEndpoint'), 'serviceName')
      return {
        trace: textIn(span, 'traceId'),
        id: textIn(span, 'id'),
        parent: textIn(span, 'parentId'),
        service: textIn(get(span, 'localEndpoint'), 'serviceName'),
        kind: KINDS.has(kind) ? (kind as Span['kind']) : '',
        name: textIn(span, 'name'),
        at: Number(textIn(span, 'timestamp')) || 0,
        ...tags,
        peer: remote || tags.peer,
      }
    })
}

function tagsOf(value: YamlValue | undefined): Map<string, string> {
  const out = new Map<string, string>()
  if (value?.kind === 'mapping')
    for (const [key, entry] of value.entries()) out.set(key, textOf(entry.value) ?? '')
  return out
}
