import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { TestPostgres } from './infra/testing/postgres.ts'

/** Parts of the server that keep something: their tests run on both databases. */
const KEEPING =
  '{accounts,boards,bundles,comments,conduct,exports,http,images,imports,invites,members,policy,records,teams,versions,votes,integrations}'

/** Files share what they load: loading it anew for each was most of the time. A file leaves nothing behind in it. */
const shared = { environment: 'node', isolate: false, unstubGlobals: true, testTimeout: 20_000 } as const

const server = {
  ...shared,
  globalSetup: ['infra/testing/services.ts'],
  setupFiles: ['infra/testing/cheap-passwords.ts'],
}

const serverOnPostgres = {
  test: {
    ...server,
    name: 'server on Postgres',
    include: [`apps/server/src/${KEEPING}/**/*.test.ts`],
    env: { TEST_DATABASE: 'postgres' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
}

export default defineConfig({
  test: {
    // many wait for a disk, a database or a process: a core for the runner alone would stand idle
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        test: {
          ...shared,
          name: 'packages',
          include: ['packages/*/src/**/*.test.ts', 'packages/*/mutants/*.test.mjs'],
        },
      },
      {
        test: {
          ...server,
          name: 'server',
          include: ['apps/server/src/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      ...(TestPostgres.isInstalled ? [serverOnPostgres] : []),
      { test: { ...shared, name: 'infra', include: ['infra/**/*.test.mjs'] } },
      {
        test: {
          ...shared,
          name: 'web',
          include: ['apps/web/src/**/*.test.ts', 'apps/bench/src/**/*.test.ts'],
        },
      },
    ],
  },
})
