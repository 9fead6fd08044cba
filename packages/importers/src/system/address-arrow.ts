import type { ComponentKind, RelationKind } from '@second-story/board'
import type { DraftArrow } from './draft.ts'

/** Schemes worth saying on an arrow; the others follow from what the arrow points at. */
const SAID = new Set(['http', 'https', 'grpc', 'grpcs', 'ws', 'wss', 'tcp', 'ftp', 'sftp', 'smtp', 'ldap'])
const ASYNC = new Set(['amqp', 'amqps', 'kafka', 'nats', 'mqtt', 'mqtts', 'stomp', 'pulsar'])
const TELEMETRY = /OTEL|TELEMETRY|TRACE|TRACING|METRIC|ZIPKIN|JAEGER|STATSD|SENTRY|LOKI/i
const CONSUMER = /consum|subscri|listen|worker|GROUP_ID|CONSUMER_GROUP/i

/** An address that one component has in a setting ('' for a command), and whom it names. */
export interface AddressUse {
  readonly from: string
  /** what `from` is called, if not by its key */
  readonly name?: string
  readonly to: string
  readonly kinds: ReadonlyMap<string, ComponentKind>
  readonly scheme: string
  readonly setting: string
}

/** The arrow that an address most likely stands for. */
export function addressArrow(use: AddressUse): DraftArrow {
  const kind = arrowKind(use)
  return {
    from: use.from,
    to: use.to,
    kind,
    label: kind === 'calls' && SAID.has(use.scheme) ? use.scheme : '',
  }
}

function arrowKind(use: AddressUse): RelationKind {
  const { scheme, setting } = use
  const [from, to] = [use.kinds.get(use.from), use.kinds.get(use.to)]
  if (to === 'queue' || ASYNC.has(scheme))
    return CONSUMER.test(setting) || CONSUMER.test(use.name ?? use.from) ? 'consumes' : 'publishes'
  if (from === 'observability' && to !== 'observability') return 'monitors'
  if (to === 'observability' && from !== 'observability' && TELEMETRY.test(setting)) return 'publishes'
  return 'calls'
}
