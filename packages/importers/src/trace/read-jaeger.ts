import { listIn, textIn } from '../json/json-value.ts'
import { get, type YamlValue } from '../yaml/yaml-value.ts'
import type { Span } from './span.ts'
import { readTags } from './tags.ts'

const KINDS = new Set(['client', 'server', 'producer', 'consumer'])

/** The spans of what Jaeger's page lets people download: `{data: [{spans, processes}]}`, or one such trace. */
export function readJaeger(root: YamlValue): Span[] {
  const traces = get(root, 'data') ? listIn(root, 'data') : [root]
  return traces.flatMap((trace) => {
    const processes = get(trace, 'processes')
    return listIn(trace, 'spans').map((span): Span => {
      const process = get(processes, textIn(span, 'processID')) ?? get(span, 'process')
      const { spanKind, ...tags } = readTags(tagsOf(span))
      const references = listIn(span, 'references')
      const parent = references.find((one) => textIn(one, 'refType') === 'CHILD_OF') ?? references[0]
      return {
        trace: textIn(span, 'traceID'),
        id: textIn(span, 'spanID'),
        parent: parent ? textIn(parent, 'spanID') : textIn(span, 'parentSpanID'),
        service: textIn(process, 'serviceName'),
        kind: KINDS.has(spanKind) ? (spanKind as Span['kind']) : '',
        name: textIn(span, 'operationName'),
        at: Number(textIn(span, 'startTime')) || 0,
        ...tags,
      }
    })
  })
}

function tagsOf(span: YamlValue): Map<string, string> {
  return new Map(listIn(span, 'tags').map((tag) => [textIn(tag, 'key'), textIn(tag, 'value')]))
}
