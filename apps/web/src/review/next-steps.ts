import type { BoardKind, BoardSnapshot, Stage } from '@second-story/board'
import { stagesOf } from '@second-story/board'

/** What a facilitator could do next; a hint, never a gate. */
export interface NextStep {
  readonly id: string
  readonly title: string
  readonly words: string
  /** what its button does; null where it is done by talking */
  readonly act:
    | { readonly label: string; readonly go: 'timeline' | 'map' | 'record' }
    | { readonly label: string; readonly stage: Stage }
    | { readonly label: string; readonly write: 'factors' | 'notes'; readonly prompt: string }
    | null
}

interface Facts {
  readonly components: number
  readonly events: number
  readonly factors: number
  readonly lines: number
  readonly insights: number
  readonly rounds: number
}

export const USUAL_PROMPT = 'What played a part, however small?'

/** Two or three steps that fit the stage and what is on the board. */
export function nextSteps(board: BoardSnapshot): readonly NextStep[] {
  const { kind, stage } = board.conduct
  const facts = factsOf(board)
  const steps =
    kind === 'incident-review'
      ? review(stage, facts)
      : kind === 'chaos-day'
        ? chaosDay(stage, facts)
        : blank(facts)
  const onward = next(kind, stage)
  return onward ? [...steps, onward] : steps
}

function review(stage: Stage | null, facts: Facts): readonly NextStep[] {
  switch (stage) {
    case 'prepare':
      return [
        step(
          'system',
          'Draw what it ran on',
          'A few boxes and arrows are enough, so that everyone sees the same system.',
          {
            label: 'Open the map',
            go: 'map',
          },
        ),
        step(
          'events',
          'Gather what happened',
          'Only what, and when: begin before it began. Each with a source, or from memory.',
          {
            label: 'Open the timeline',
            go: 'timeline',
          },
        ),
      ]
    case 'meeting':
      return [
        ...(facts.rounds === 0 ? [writeFactors()] : []),
        step(
          'walk',
          'Walk the timeline together',
          'Most of the meeting belongs to it. The right arrow steps on, and everyone comes along.',
          {
            label: 'Open the timeline',
            go: 'timeline',
          },
        ),
        ...(facts.factors > 3 && facts.lines < facts.factors
          ? [
              step('join', 'Connect what goes together', 'Ask of any factor: what made that make sense?', {
                label: 'Open the map',
                go: 'map',
              }),
            ]
          : []),
      ]
    case 'soak':
    case 'planning':
      return [
        step(
          'helped',
          'Begin with what helped',
          'How did things come right again? What do you know now that you did not know before?',
          {
            label: 'Open the map',
            go: 'map',
          },
        ),
        ...(facts.insights === 0
          ? [
              step(
                'insights',
                'Write down what was learnt',
                'The key I, on anything. No action item is needed for a good review.',
                null,
              ),
            ]
          : []),
      ]
    default:
      return [
        step('record', 'Write the summary together', 'The rest of the record is already there.', {
          label: 'Open the record',
          go: 'record',
        }),
      ]
  }
}

function chaosDay(stage: Stage | null, facts: Facts): readonly NextStep[] {
  switch (stage) {
    case 'plan':
    case 'sketch':
      return [
        step(
          'sketch',
          'Sketch the system together',
          'Boxes and arrows, high enough to see it whole, low enough to see what could break.',
          {
            label: 'Open the map',
            go: 'map',
          },
        ),
        ...(facts.components > 3 ? [writeWhatIfs()] : []),
      ]
    case 'brainstorm':
      return [writeWhatIfs()]
    case 'run':
    case 'close':
      return [
        step(
          'events',
          'Note what happens as it happens',
          'One line an event; the time stands at its beginning.',
          {
            label: 'Open the timeline',
            go: 'timeline',
          },
        ),
      ]
    case 'retro':
      return [
        writeFactors(),
        step('helped', 'Begin with what helped', 'What came right by itself, and what did people do?', {
          label: 'Open the map',
          go: 'map',
        }),
      ]
    default:
      return [
        step('record', 'Write the summary together', 'The rest of the record is already there.', {
          label: 'Open the record',
          go: 'record',
        }),
      ]
  }
}

function blank(facts: Facts): readonly NextStep[] {
  if (facts.components === 0)
    return [
      step('sketch', 'Sketch the system together', 'Boxes and arrows are enough.', {
        label: 'Open the map',
        go: 'map',
      }),
    ]
  return [writeFactors()]
}

function writeFactors(): NextStep {
  return step(
    'write',
    'Write quietly first',
    'Everyone for themselves, so that nobody’s first thought decides for all.',
    {
      label: 'Set it up',
      write: 'factors',
      prompt: USUAL_PROMPT,
    },
  )
}

function writeWhatIfs(): NextStep {
  return step(
    'what-if',
    'Ask what could break, quietly',
    'Five to ten minutes, a few failures each, next to where they would happen.',
    {
      label: 'Set it up',
      write: 'notes',
      prompt: 'What if this broke, or slowed down?',
    },
  )
}

function next(kind: BoardKind, stage: Stage | null): NextStep | null {
  const stages = stagesOf(kind)
  const onward = stage ? stages[stages.indexOf(stage) + 1] : undefined
  return onward ? step('onward', '', '', { label: '', stage: onward }) : null
}

function step(id: string, title: string, words: string, act: NextStep['act']): NextStep {
  return { id, title, words, act }
}

function factsOf(board: BoardSnapshot): Facts {
  const count = { component: 0, event: 0, factor: 0, insight: 0 }
  for (const { type } of board.items.values()) if (type in count) count[type as keyof typeof count]++
  const factorIds = new Set(
    [...board.items.values()].flatMap(({ type, id }) => (type === 'factor' ? [id] : [])),
  )
  const lines = [...board.relations.values()].filter(
    ({ from, to, kind }) => kind !== 'about' && (factorIds.has(from) || factorIds.has(to)),
  )
  return {
    components: count.component,
    events: count.event,
    factors: count.factor,
    insights: count.insight,
    lines: lines.length,
    rounds: board.conduct.rounds.length,
  }
}
