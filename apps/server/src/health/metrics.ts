import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Meter, RoomsNow } from '../rooms/meter.ts'

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]
const NOBODY: RoomsNow = { rooms: 0, connections: 0, pending: 0, longestBacklog: 0 }

/** What Prometheus is told of this process. No names, no boards, no words; see the dashboard in infra. */
export class Metrics implements Meter {
  readonly #registry = new Registry()
  #now: () => RoomsNow = () => NOBODY

  readonly #answers = this.#counter('http_requests_total', 'Requests answered.', ['method', 'status'])
  readonly #received = this.#counter('messages_received_total', 'Messages from clients.')
  readonly #receivedBytes = this.#counter('received_bytes_total', 'Bytes of messages from clients.')
  readonly #sent = this.#counter('messages_sent_total', 'Messages to clients.')
  readonly #sentBytes = this.#counter('sent_bytes_total', 'Bytes of messages to clients.')
  readonly #leftOut = this.#counter('presence_left_out_total', 'Presence that slow readers missed.')
  readonly #rows = this.#counter('stored_rows_total', 'Rows appended to logs.')
  readonly #rowBytes = this.#counter('stored_bytes_total', 'Bytes appended to logs.')
  readonly #failures = this.#counter('store_failures_total', 'Transactions that failed.')
  readonly #refused = this.#counter('refused_total', 'Messages refused, by reason.', ['reason'])
  readonly #quarantined = this.#counter('quarantined_total', 'Stored rows that were left alone.')
  readonly #closes = this.#counter('closes_total', 'Connections closed by the server, by code.', ['code'])
  readonly #ticks = this.#histogram('tick_seconds', 'One tick of all rooms, storing included.')
  readonly #transactions = this.#histogram('store_seconds', 'One transaction, on disk.')
  readonly #folds = this.#histogram('fold_seconds', 'Folding one log into a snapshot.')

  constructor() {
    collectDefaultMetrics({ register: this.#registry })
    this.#gauge('rooms', 'Layers in memory.', (now) => now.rooms)
    this.#gauge('connections', 'Open sockets.', (now) => now.connections)
    this.#gauge('pending_edits', 'Edits that are not on disk yet.', (now) => now.pending)
    this.#gauge('longest_backlog_bytes', 'Bytes waiting for the slowest reader.', (now) => now.longestBacklog)
  }

  #counter<L extends string>(name: string, help: string, labelNames: L[] = []): Counter<L> {
    return new Counter({ name: `second_story_${name}`, help, labelNames, registers: [this.#registry] })
  }

  #histogram(name: string, help: string): Histogram {
    const registers = [this.#registry]
    return new Histogram({ name: `second_story_${name}`, help, buckets: SECONDS, registers })
  }

  #gauge(name: string, help: string, value: (now: RoomsNow) => number): void {
    const metrics = this
    new Gauge({
      name: `second_story_${name}`,
      help,
      registers: [this.#registry],
      collect() {
        this.set(value(metrics.#now()))
      },
    })
  }

  watch(now: () => RoomsNow): void {
    this.#now = now
  }

  answered(method: string, status: number): void {
    this.#answers.inc({ method: method.replaceAll(/[^A-Z]/g, ''), status: String(status) })
  }

  received(bytes: number): void {
    this.#received.inc()
    this.#receivedBytes.inc(bytes)
  }

  sent(clients: number, bytes: number): void {
    this.#sent.inc(clients)
    this.#sentBytes.inc(clients * bytes)
  }

  leftOut(): void {
    this.#leftOut.inc()
  }

  ticked(ms: number): void {
    this.#ticks.observe(ms / 1000)
  }

  stored(ms: number, rows: number, bytes: number): void {
    this.#transactions.observe(ms / 1000)
    this.#rows.inc(rows)
    this.#rowBytes.inc(bytes)
  }

  storeFailed(): void {
    this.#failures.inc()
  }

  folded(ms: number): void {
    this.#folds.observe(ms / 1000)
  }

  refused(reason: string): void {
    this.#refused.inc({ reason })
  }

  quarantined(): void {
    this.#quarantined.inc()
  }

  closed(code: number): void {
    this.#closes.inc({ code: String(code) })
  }

  /** In Prometheus' text form. */
  text(): Promise<string> {
    return this.#registry.metrics()
  }
}
