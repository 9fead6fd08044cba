import { appendFileSync } from 'node:fs'
import type {} from 'vitest'
import type { TestProject } from 'vitest/node'
import { TestPostgres } from './postgres.ts'
import { TestRedis } from './redis.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** of a database server in which every test makes databases of its own; null: Postgres is not installed here */
    postgres: string | null
    /** null: Redis is not installed here */
    redis: string | null
  }
}

/** For a run of tests: one Postgres and one Redis, where they are installed. Returns their end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = TestPostgres.isInstalled ? await TestPostgres.start() : null
  const redis = TestRedis.isInstalled ? await TestRedis.start() : null
  project.provide('postgres', postgres?.url() ?? null)
  project.provide('redis', redis?.url ?? null)
  if (postgres === null)
    skip('what runs on Postgres: it is not installed (Debian: apt-get install postgresql)')
  if (redis === null) skip('what runs on Redis: it is not installed (Debian: apt-get install redis-server)')
  return async () => {
    await postgres?.stop()
    await redis?.stop()
  }
}

/** For the last lines of `npm test`, which names a file for them. */
function skip(what: string): void {
  const { SKIPPED_SUITES: file } = process.env
  if (file) appendFileSync(file, `${what}\n`)
  else console.log(`skipped: ${what}`)
}
