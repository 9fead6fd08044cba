import type { ComponentKind } from '@second-story/board'

// whole words of a name, most telling first
const SIGNS: readonly (readonly [ComponentKind, RegExp])[] = [
  [
    'datastore',
    /\b(db|database|postgres|postgresql|mysql|mariadb|mongo|mongodb|s3|bucket|storage|dynamo|cassandra|elasticsearch)\b/,
  ],
  ['cache', /\b(cache|redis|memcached|varnish)\b/],
  ['queue', /\b(queue|kafka|rabbit|rabbitmq|sqs|topic|nats|pubsub)\b/],
  ['gateway', /\b(gateway|router|proxy|ingress|nginx|traefik|envoy|haproxy|lb|load balancer|cdn|edge)\b/],
  ['job', /\b(job|cron|batch|worker|backup)\b/],
  ['function', /\b(lambda|function)\b/],
  ['client', /\b(client|browser|front end|frontend|web|app|mobile|ios|android|ui)\b/],
  ['observability', /\b(grafana|prometheus|jaeger|zipkin|monitoring|metrics|alertmanager)\b/],
  ['role', /\b(user|users|customer|customers|on call|oncall|operator)\b/],
]

/** The kind that a name suggests; service where it suggests none. */
export function guessKind(name: string): ComponentKind {
  const words = name.toLocaleLowerCase().replace(/[-_./]+/g, ' ')
  if (/^\?+$/.test(words.trim())) return 'unknown'
  return SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? 'service'
}
