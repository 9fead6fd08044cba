import { between, type PlayedStep } from '@second-story/board'

/** The order that brings the step at `index` to stand at `to`, without touching any other. */
export function orderAt(steps: readonly Pick<PlayedStep, 'order'>[], index: number, to: number): string {
  const others = steps.filter((_, at) => at !== index)
  return between(others[to - 1]?.order ?? null, others[to]?.order ?? null)
}
