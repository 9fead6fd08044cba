import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'packages', include: ['packages/*/src/**/*.test.ts'], environment: 'node' } },
      {
        test: {
          name: 'server',
          include: ['apps/server/src/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['infra/testing/services.ts'],
          testTimeout: 20_000,
        },
      },
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
