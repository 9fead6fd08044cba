import { type Random, seededRandom } from '@second-story/std'
import { isStepName, STEP_NAMES, STEPS, type Step, type StepName } from './steps.ts'

/** What a world is made of. */
export interface Setup {
  /** 1 to 3 */
  readonly nodes: number
  /** 2 to 6; two of them may be in one browser */
  readonly tabs: number
  readonly readers: number
  /** the first two tabs are one person's, with one offline copy */
  readonly shared: boolean
  /** a layer of one person's: no presence, and it may be forgotten */
  readonly isPrivate: boolean
  /** a log with more rows is folded */
  readonly rows: number
  /** nodes learn what is stored little by little, when they are given time */
  readonly lazy: boolean
}

/** A world and all that happens in it, as data: run it twice and the same happens. */
export interface Program {
  readonly setup: Setup
  readonly steps: readonly Step[]
}

export interface ProgramOptions {
  readonly steps: number
  /** 1 to 3; absent: any */
  readonly nodes?: number | undefined
}

export function makeProgram(seed: number, options: ProgramOptions): Program {
  const random = seededRandom(seed)
  const setup = makeSetup(random, options.nodes)
  const pick = picker(random, setup)
  const steps = Array.from({ length: options.steps }, (): Step => {
    const name = pick()
    return { name, at: below(random, 6), roll: below(random, 2 ** 31) }
  })
  return { setup, steps }
}

function makeSetup(random: Random, nodes: number | undefined): Setup {
  const tabs = 2 + Math.floor(random() ** 1.5 * 5)
  return {
    nodes: nodes ?? 1 + below(random, 3),
    tabs,
    readers: below(random, 3) === 0 ? 1 : 0,
    shared: below(random, 3) === 0,
    isPrivate: below(random, 5) === 0,
    rows: [2, 4, 10][below(random, 3)] ?? 4,
    lazy: below(random, 3) > 0,
  }
}

/** So many kinds of step hardly ever come in a world: then something lags far behind. */
const STARVED = 0.12

/** Chooses steps: half of the faults are left out; the rest comes often or seldom, and some of it hardly ever. */
function picker(random: Random, setup: Setup): () => StepName {
  const weights = STEP_NAMES.map((name): readonly [StepName, number] => {
    const step = STEPS[name]
    const often = step.often * (random() < STARVED ? 0.1 : 0.5 + random())
    return [name, 'isFault' in step && random() < 0.5 ? 0 : isOf(name, setup) ? often : 0]
  })
  const sum = weights.reduce((total, [, weight]) => total + weight, 0)
  return () => {
    let left = random() * sum
    for (const [name, weight] of weights) {
      left -= weight
      if (left < 0) return name
    }
    return 'edit'
  }
}

/** Is there such a thing in this world? */
function isOf(name: StepName, setup: Setup): boolean {
  if (name === 'forget') return setup.isPrivate
  if (name === 'learn') return setup.lazy
  if (name === 'hear' || name === 'poll' || name === 'cut') return setup.nodes > 1
  return true
}

function below(random: Random, n: number): number {
  return Math.floor(random() * n)
}

/** One line: `nodes=1 tabs=3 … | edit 2 k3f, up 0 9z, …`. */
export function formatProgram({ setup, steps }: Program): string {
  const world = Object.entries(setup).map(([key, value]) => `${key}=${Number(value)}`)
  const words = steps.map(({ name, at, roll }) => `${name} ${at} ${roll.toString(36)}`)
  return `${world.join(' ')} | ${words.join(', ')}`
}

/** Reads what `formatProgram` wrote; throws when it is something else. */
export function parseProgram(text: string): Program {
  const [world = '', words = ''] = text.split('|')
  const values = new Map(
    world
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split('=') as [string, string]),
  )
  const value = (key: string): number => Number(values.get(key) ?? 0)
  const setup: Setup = {
    nodes: value('nodes'),
    tabs: value('tabs'),
    readers: value('readers'),
    shared: value('shared') === 1,
    isPrivate: value('isPrivate') === 1,
    rows: value('rows'),
    lazy: value('lazy') === 1,
  }
  const lines = words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  return { setup, steps: lines.map(parseStep) }
}

function parseStep(line: string): Step {
  const [name = '', at, roll = ''] = line.split(/\s+/)
  if (!isStepName(name)) throw new Error(`no such step: ${line}`)
  return { name, at: Number(at), roll: Number.parseInt(roll, 36) }
}
