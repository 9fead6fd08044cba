/** A few honest counts, in Prometheus' text form. No names, no boards. */
export class Metrics {
  readonly #answers = new Map<string, number>()
  readonly #startedAt: number

  constructor(startedAt: number) {
    this.#startedAt = startedAt
  }

  answered(method: string, status: number): void {
    const key = `method="${method.replaceAll(/[^A-Z]/g, '')}",status="${status}"`
    this.#answers.set(key, (this.#answers.get(key) ?? 0) + 1)
  }

  text(): string {
    const memory = process.memoryUsage()
    const cpu = process.cpuUsage()
    const lines = [
      '# HELP process_start_time_seconds When the process started.',
      '# TYPE process_start_time_seconds gauge',
      `process_start_time_seconds ${(this.#startedAt / 1000).toFixed(3)}`,
      '# HELP process_resident_memory_bytes Memory held.',
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${memory.rss}`,
      '# HELP process_cpu_seconds_total Processor time used.',
      '# TYPE process_cpu_seconds_total counter',
      `process_cpu_seconds_total ${((cpu.user + cpu.system) / 1e6).toFixed(3)}`,
      '# HELP second_story_http_requests_total Requests answered.',
      '# TYPE second_story_http_requests_total counter',
      ...[...this.#answers].map(([labels, count]) => `second_story_http_requests_total{${labels}} ${count}`),
    ]
    return `${lines.join('\n')}\n`
  }
}
