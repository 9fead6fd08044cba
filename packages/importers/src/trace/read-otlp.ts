import { listIn, textIn } from '../json/json-value.ts'
import { get, textOf, type YamlValue } from '../yaml/yaml-value.ts'
import type { Span } from './span.ts'
import { readTags } from './tags.ts'

const KINDS: Readonly<Record<string, Span['kind']>> = {
  '2': 'server',
  SPAN_KIND_SERVER: 'server',
  '3': 'client',
  SPAN_KIND_CLIENT: 'client',
  '4': 'producer',
  SPAN_KIND_PRODUCER: 'producer',
  '5': 'consumer',
  SPAN_KIND_CONSUMER: 'consumer',
}

/** The spans of an OTLP export; several exports may stand in a list. */
export function readOtlp(root: YamlValue): Span[] {
  const exports = root.kind === 'list' ? root.items() : [root]
  return exports
    .flatMap((one) => [...listIn(one, 'resourceSpans'), ...listIn(one, 'batches')])
    .flatMap((resource) => {
      const service = attributes(get(resource, 'resource')).get('service.name') ?? ''
      const scopes = [...listIn(resource, 'scopeSpans'), ...listIn(resource, 'instrumentationLibrarySpans')]
      return scopes.flatMap((scope) => listIn(scope, 'spans')).map((span) => spanOf(span, service))
    })
}

function spanOf(span: YamlValue, service: string): Span {
  const tags = readTags(attributes(span))
  const kind = textIn(span, 'kind')
  const status = textIn(get(span, 'status'), 'code')
  return {
    trace: textIn(span, 'traceId'),
    id: textIn(span, 'spanId'),
    parent: textIn(span, 'parentSpanId'),
    service,
    kind: Object.hasOwn(KINDS, kind) ? (KINDS[kind] ?? '') : '',
    name: textIn(span, 'name'),
    peer: tags.peer,
    system: tags.system,
    isMessaging: tags.isMessaging,
    protocol: tags.protocol,
    at: Number(textIn(span, 'startTimeUnixNano')) || 0,
    failed: tags.failed || status === '2' || status === 'STATUS_CODE_ERROR',
  }
}

function attributes(of: YamlValue | undefined): Map<string, string> {
  const out = new Map<string, string>()
  for (const one of listIn(of, 'attributes')) {
    const value = get(one, 'value')
    if (value?.kind !== 'mapping') continue
    for (const entry of value.entries().values()) {
      const text = textOf(entry.value)
      if (text !== undefined) out.set(textIn(one, 'key'), text)
    }
  }
  return out
}
