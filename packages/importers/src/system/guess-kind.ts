import type { ComponentKind } from '@second-story/board'

/** Words that give a kind away, the more telling first: "mysql-exporter" watches, "db-migrate" is a job. */
const WORDS: readonly (readonly [ComponentKind, RegExp])[] = [
  [
    'client',
    any(
      'load-?tests?',
      'load-?gen(?:erator)?',
      'k6',
      'locust',
      'jmeter',
      'gatling',
      'user-sim(?:ulator)?',
      'simulator',
      'selenium',
    ),
  ],
  [
    'observability',
    any(
      'prometheus',
      'grafana',
      'jaeger',
      'zipkin',
      'tempo',
      'loki',
      'promtail',
      'otel(?:col)?',
      'otel-collector',
      'opentelemetry',
      'collector',
      'exporter',
      'alertmanager',
      'cadvisor',
      'kibana',
      'fluentd',
      'fluent-bit',
      'vector',
      'telegraf',
      'statsd',
      'datadog',
      'newrelic',
      'sentry',
      'cloudwatch',
      'monitoring',
    ),
  ],
  [
    'job',
    any('migrat(?:e|ion|ions|or)', 'init', 'seed', 'setup', 'cron', 'batch', 'backup', 'scheduler', 'ofelia'),
  ],
  ['service', any('ui', 'admin', 'commander', 'express', 'dashboard', 'phpmyadmin', 'pgadmin4?', 'adminer')],
  [
    'queue',
    any(
      'rabbitmq',
      'kafka',
      'redpanda',
      'nats',
      'activemq',
      'artemis',
      'pulsar',
      'mosquitto',
      'emqx',
      'nsqd?',
      'beanstalkd',
      'elasticmq',
      'sqs',
      'message-?queue',
      'mq',
      'broker',
      'kinesis',
      'eventbridge',
      'sns',
      'pub-?sub',
      'service-?bus',
      'event-?hubs?',
      'event-?bus',
    ),
  ],
  ['queue', /(?:^|[^a-z0-9])(?:queue|topic)s?$/],
  [
    'cache',
    any(
      'redis',
      'valkey',
      'memcached?',
      'keydb',
      'dragonfly',
      'varnish',
      'hazelcast',
      'elasticache',
      'cache',
    ),
  ],
  [
    'datastore',
    any(
      'mysql',
      'mariadb',
      'percona',
      'postgres(?:ql)?',
      'postgis',
      'timescaledb?',
      'pgvector',
      'mongo(?:db)?',
      'cassandra',
      'scylla',
      'cockroach(?:db)?',
      'couchdb',
      'couchbase',
      'dynamodb',
      'elasticsearch',
      'opensearch',
      'solr',
      'clickhouse',
      'influxdb',
      'neo4j',
      'mssql',
      'sqlserver',
      'oracle',
      'minio',
      'etcd',
      'consul',
      'zookeeper',
      'rethinkdb',
      'arangodb',
      'rds',
      'aurora',
      's3',
      'bucket',
      'bigquery',
      'redshift',
      'snowflake',
      'spanner',
      'firestore',
      'cosmos-?db',
      'db',
      'database',
    ),
  ],
  [
    'gateway',
    any(
      'traefik',
      'nginx',
      'envoy',
      'haproxy',
      'caddy',
      'kong',
      'gateway',
      'edge-router',
      'router',
      'proxy',
      'ingress',
      'load-?balancer',
      '[aen]?lb',
      'cdn',
      'cloudfront',
      'api-?gateway',
    ),
  ],
  ['function', any('lambda', 'cloud-?functions?', 'function')],
]

/** A guess from a few names, the surest first ("mysql", then "orders-db"); null where none of them tells. */
export function guessKind(...texts: readonly string[]): ComponentKind | null {
  for (const text of texts) {
    // "Load Generator" and "load_generator" are a load-generator
    const lower = text
      .slice(0, MOST_LETTERS)
      .toLowerCase()
      .replace(/[\s_]+/g, '-')
    const found = WORDS.find(([, words]) => words.test(lower))
    if (found) return found[0]
  }
  return null
}

/** Names are read no further than this. */
const MOST_LETTERS = 200

// whole words only: "queue-master" is no queue, "catalogue-db" is a store, "postgres15" too
function any(...words: readonly string[]): RegExp {
  return new RegExp(`(?:^|[^a-z0-9])(?:${words.join('|')})(?:[0-9]*)(?:$|[^a-z0-9])`)
}
