import type { BoardKind, Stage } from '@second-story/board'
import { words } from '../../language/words.ts'

export const say = words('review.instructions', {
  title: 'How to lead this',
  change: 'Change the words',
  always: 'At every step',
  step: (name: string) => `At this step: ${name}`,
  whole: 'For whoever facilitates',
  placeholder: 'What your team wants whoever leads this to know or to say',
  note: 'Kept with the board, and with a template of it. Everybody on the board may read it.',
  keep: 'Keep',
  cancel: 'Cancel',
})

/** What we would tell whoever leads a gathering for the first time; a team’s own words stand in its place. */
const usual = words('review.instructions.usual', {
  prepare:
    'Talk with two or three people who were there before everyone meets. Bring what happened and when, not yet why.',
  meeting:
    'For an hour: a few minutes to settle, six to write quietly, forty along the timeline, eight to connect. Ask what people saw and what made sense then. Speak last.',
  soak: 'Leave a day or two before anything is decided. What seemed obvious in the room often is not.',
  planning:
    'Six minutes: what helped first, then what was learnt. Whoever looks after a part decides what to do about it, later.',
  record: 'Write the summary together, a paragraph. Read it aloud once as somebody who was not there.',
  archive: 'Tell people where it is. A record that nobody finds taught only those who were in the room.',
  plan: 'Choose the day, the system and who acts. Tell everyone who may be paged, and who can call it off.',
  sketch: 'Five minutes of boxes and arrows before anybody explains. Then ask what is missing.',
  brainstorm:
    'Quietly first, five to ten minutes, three to eight what-ifs each. Group, vote, keep a handful.',
  brief: 'Say aloud: what is off limits, how it is stopped, and that nobody is being tested.',
  run: 'One thing at a time. Note what happens as it happens; explaining comes later.',
  close: 'See that everything is as it was, part by part, before anybody leaves.',
  retro: 'What was learnt first. The last ten minutes: what would make the next one better?',
  share: 'Write the summary together, and say who it is for.',
})

/** Where a step of a Chaos Day has the name of a review's. */
const chaosDay = words('review.instructions.chaos-day', {
  prepare: 'Those who act write down in secret what they will break, and how each thing is put right.',
})

/** Our own words for a step, or null where there is none to say. */
export function usualWords(kind: BoardKind, stage: Stage | null): string | null {
  if (stage === null) return null
  if (stage === 'prepare' && kind === 'chaos-day') return chaosDay.prepare
  return usual[stage]
}
