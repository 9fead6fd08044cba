import { Broken } from './broken.ts'
import { HAPPENINGS } from './happenings.ts'
import { checkEnd, heal } from './heal.ts'
import { formatProgram, type Program } from './program.ts'
import { World } from './world.ts'

export interface Played {
  /** of all that happened */
  readonly hash: string
  readonly counts: readonly (readonly [string, number])[]
  /** what must never happen, and did; null when all went well */
  readonly broken: string | null
}

/** Plays a program, mends everything, and looks whether all is as it must be. */
export function play(program: Program): Played {
  const world = new World(program.setup, HAPPENINGS)
  const broken = run(world, program)
  world.counts.add('steps', program.steps.length)
  const { hash } = world.trace
  world.close()
  return { hash, counts: world.counts.entries, broken }
}

function run(world: World, { steps }: Program): string | null {
  try {
    for (const step of steps) world.step(step)
    heal(world)
    checkEnd(world)
    return null
  } catch (error) {
    if (error instanceof Broken) return error.message
    return error instanceof Error
      ? `${error.name}: ${error.message} ${error.stack?.split('\n')[1]?.trim() ?? ''}`
      : String(error)
  }
}

/** So many tries to make a failing program shorter. */
const TRIES = 1500

/** Leaves out steps for as long as the same goes wrong; what is left can be read, pasted and pinned. */
export function shrink(program: Program): Program {
  const wanted = play(program).broken
  let steps = program.steps
  let tries = 0
  for (let size = steps.length >> 1; size >= 1; size >>= 1) {
    for (let from = 0; from < steps.length && tries < TRIES; ) {
      const shorter = [...steps.slice(0, from), ...steps.slice(from + size)]
      tries++
      if (play({ setup: program.setup, steps: shorter }).broken === wanted) steps = shorter
      else from += size
    }
  }
  return { setup: program.setup, steps }
}

/** A program to paste into `pinned.ts`, with what goes wrong in it. */
export function pasteable(program: Program): string {
  return `  {\n    name: ${JSON.stringify(play(program).broken)},\n    program:\n      '${formatProgram(program)}',\n  },`
}
