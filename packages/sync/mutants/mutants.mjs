import { JUDGING } from './lists/judging.mjs'
import { KEEPING } from './lists/keeping.mjs'
import { LEARNING, SIM_LEARNING } from './lists/learning.mjs'
import { NODES } from './lists/nodes.mjs'
import { PEOPLE } from './lists/people.mjs'
import { REACHING } from './lists/reaching.mjs'
import { SIM_JUDGING } from './lists/sim-judging.mjs'
import { SIM_KEEPING } from './lists/sim-keeping.mjs'
import { SIM_NODES } from './lists/sim-nodes.mjs'
import { SIM_PEOPLE } from './lists/sim-people.mjs'
import { WORK } from './lists/work.mjs'

/** Ways to break the engine that its tests must catch. */
export const MUTANTS = [...KEEPING, ...JUDGING, ...PEOPLE, ...NODES, ...WORK, ...LEARNING, ...REACHING]

/** Ways to break the engine, and the world around it, that the simulator must catch by itself. */
export const SIM_MUTANTS = [
  ...SIM_KEEPING,
  ...SIM_JUDGING,
  ...SIM_PEOPLE,
  ...SIM_NODES,
  ...SIM_LEARNING,
  ...REACHING,
]
