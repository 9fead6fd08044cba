import type { Clock, MakeId } from '@second-story/std'
import type { Sessions } from './accounts/sessions.ts'
import type { Config } from './config.ts'
import type { Metrics } from './health/metrics.ts'
import type { Life } from './lifecycle/life.ts'
import type { Aside } from './off-thread/aside.ts'
import type { Log } from './rooms/log.ts'
import type { Rooms } from './rooms/rooms.ts'
import type { Tables } from './storage/tables.ts'

/** Everything the HTTP side is made of; `main.ts` builds it once, tests build their own. */
export interface Parts {
  readonly config: Config
  readonly tables: Tables
  readonly rooms: Rooms
  readonly sessions: Sessions
  /** does what would hold up the rooms */
  readonly aside: Aside
  readonly clock: Clock
  readonly makeId: MakeId
  readonly log: Log
  readonly metrics: Metrics
  /** what changes once in a process's life */
  readonly life: Life
}
