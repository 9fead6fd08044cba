import type { Bus } from './bus.ts'

/** Several nodes may share the database, but nothing joins them: each finds in the log what the others did. */
export const NO_BUS: Bus = {
  publish() {},
  subscribe: () => () => undefined,
  onRestored: () => () => undefined,
  isUp: false,
  async close() {},
}
