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
  return async () => {
    await postgres?.stop()
    await redis?.stop()
  }
}
