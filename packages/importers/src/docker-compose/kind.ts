import type { ComponentKind } from '@second-story/board'
import { imageName } from './image.ts'
import type { ComposeService } from './service.ts'

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
    ),
  ],
  ['cache', any('redis', 'valkey', 'memcached?', 'keydb', 'dragonfly', 'varnish', 'hazelcast', 'cache')],
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
      'lb',
    ),
  ],
]

/** A guess from the image's name, then the service's own; most things are services. */
export function kindOf(service: ComposeService): ComponentKind {
  const image = imageName(service.image)
  for (const text of [image?.base ?? '', service.name]) {
    const found = WORDS.find(([, words]) => words.test(text.toLowerCase()))
    if (found) return found[0]
  }
  return 'service'
}

// whole words only: "queue-master" is no queue, "catalogue-db" is a store, "postgres15" too
function any(...words: readonly string[]): RegExp {
  return new RegExp(`(?:^|[^a-z0-9])(?:${words.join('|')})(?:[0-9]*)(?:$|[^a-z0-9])`)
}
