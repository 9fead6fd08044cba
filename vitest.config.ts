import { defineConfig } from 'vitest/config'
import { TestPostgres } from './infra/testing/postgres.ts'

/** Parts of the server that keep something: their tests run on both databases. */
const KEEPING =
  '{accounts,boards,conduct,exports,http,imports,invites,members,policy,records,teams,versions,votes,integrations}'

const serverOnPostgres = {
  test: {
    name: 'server on Postgres',
    include: [`apps/server/src/${KEEPING}/**/*.test.ts`],
    environment: 'node',
    globalSetup: ['infra/testing/services.ts'],
    env: { TEST_DATABASE: 'postgres' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'packages',
          include: ['packages/*/src/**/*.test.ts', 'packages/*/mutants/*.test.mjs'],
          environment: 'node',
        },
      },
      {
        test: {
          name: 'server',
          include: ['apps/server/src/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['infra/testing/services.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      ...(TestPostgres.isInstalled ? [serverOnPostgres] : []),
      { test: { name: 'infra', include: ['infra/**/*.test.mjs'], environment: 'node' } },
      {
        test: {
          name: 'web',
          include: ['apps/web/src/**/*.test.ts', 'apps/bench/src/**/*.test.ts'],
          environment: 'node',
        },
      },
    ],
  },
})
