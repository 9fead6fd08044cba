/** What can happen in a world, and how often; `at` names the person, the node or nothing. */
export const STEPS = {
  // people
  edit: { often: 24, to: 'tab' },
  up: { often: 24, to: 'tab' },
  down: { often: 20, to: 'tab' },
  go: { often: 8, to: 'tab' },
  show: { often: 4, to: 'tab' },
  persist: { often: 3, to: 'tab' },
  fetch: { often: 1, to: 'tab' },
  // nodes
  tick: { often: 16, to: 'node' },
  disk: { often: 26, to: 'node' },
  beat: { often: 5, to: 'node' },
  write: { often: 3, to: 'node' },
  hear: { often: 16, to: 'node' },
  poll: { often: 2, to: 'node' },
  learn: { often: 16, to: 'node' },
  // faults; each world has some of them only, so that none hides another
  half: { often: 3, to: 'tab', isFault: true },
  notice: { often: 4, to: 'tab', isFault: true },
  reload: { often: 2, to: 'tab', isFault: true },
  wipe: { often: 1, to: 'tab', isFault: true },
  role: { often: 2, to: 'tab', isFault: true },
  forge: { often: 2, to: 'tab', isFault: true },
  crash: { often: 1.5, to: 'node', isFault: true },
  power: { often: 1.5, to: 'node', isFault: true },
  pause: { often: 1.5, to: 'node', isFault: true },
  jump: { often: 1, to: 'node', isFault: true },
  sick: { often: 4, to: 'node', isFault: true },
  cut: { often: 1.5, to: 'node', isFault: true },
  sleep: { often: 0.5, to: 'node', isFault: true },
  forget: { often: 2, to: 'node', isFault: true },
} as const satisfies Record<string, { often: number; to: 'tab' | 'node'; isFault?: true }>

export type StepName = keyof typeof STEPS

export const STEP_NAMES = Object.keys(STEPS) as StepName[]

/** One thing that happens. `roll` seeds all chance in it, so that a step means the same wherever it stands. */
export interface Step {
  readonly name: StepName
  readonly at: number
  readonly roll: number
}

export function isStepName(name: string): name is StepName {
  return Object.hasOwn(STEPS, name)
}
