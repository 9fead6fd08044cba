import type { Span } from './span.ts'

type Tags = ReadonlyMap<string, string>

function first(tags: Tags, ...names: readonly string[]): string {
  for (const name of names) {
    const value = tags.get(name)
    if (value !== undefined && value !== '') return value
  }
  return ''
}

/** What the tags of a span say of its other side and of how it went. */
export function readTags(
  tags: Tags,
): Pick<Span, 'peer' | 'system' | 'isMessaging' | 'protocol' | 'failed'> & { readonly spanKind: string } {
  const database = first(tags, 'db.system', 'db.system.name', 'db.type')
  const messaging = first(tags, 'messaging.system')
  const isMessaging = messaging !== '' || tags.has('kafka.topic') || tags.has('message_bus.destination')
  const system = database || messaging || (tags.has('kafka.topic') ? 'kafka' : '')
  const rpc = first(tags, 'rpc.system', 'rpc.system.name')
  const isHttp = ['http.method', 'http.request.method', 'http.url', 'url.full', 'http.status_code'].some(
    (name) => tags.has(name),
  )
  const error = first(tags, 'error', 'otel.status_code').toLowerCase()
  return {
    peer: first(tags, 'peer.service', 'db.name', 'db.namespace') || (database || messaging ? system : ''),
    system,
    isMessaging,
    protocol: rpc === 'grpc' ? 'gRPC' : rpc !== '' ? rpc : isHttp ? 'HTTP' : '',
    failed:
      (error !== '' && error !== 'false' && error !== 'ok' && error !== 'unset') || tags.has('error.type'),
    spanKind: first(tags, 'span.kind').toLowerCase(),
  }
}
