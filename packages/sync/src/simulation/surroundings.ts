import type { Bus } from './bus.ts'
import type { Counts } from './counts.ts'
import type { Jobs } from './jobs.ts'
import type { Line } from './line.ts'
import type { People } from './people.ts'
import type { Setup } from './program.ts'
import type { Store } from './store.ts'
import type { Tab } from './tab.ts'
import type { Trace } from './trace.ts'
import type { Truth } from './truth.ts'

/** What the nodes of a world share. */
export interface Surroundings {
  readonly setup: Setup
  readonly store: Store
  readonly bus: Bus
  readonly truth: Truth
  readonly trace: Trace
  readonly counts: Counts
  readonly people: People
  tab(index: number): Tab
  /** whose connection it is; a stranger's may be refused */
  isHonest(line: Line): boolean
}

/** What a layer needs of its node. */
export interface Host {
  readonly index: number
  readonly name: string
  readonly jobs: Jobs
  /** the node's clock, which may jump */
  now(): number
  /** the world's, which does not */
  steady(): number
  /** the layer that lives here is no more */
  ended(layer: object): void
}
