import type { ProseSection } from '@second-story/board'

/** What an empty section says to the one who writes it. */
export const PROSE_TEACHES: Readonly<Record<ProseSection, string>> = {
  summary:
    'A paragraph or two for somebody who was not there: what happened, how far it reached, and whether to read on.',
  impact: 'What people could not do, for how long, how many they were, and what was not touched.',
  description:
    'Tell it in your own words, after the meeting: what changed, what people saw and believed then, what surprised them.',
}

/** Said small beside the heading, where it is worth saying. */
export const PROSE_BY: Readonly<Partial<Record<ProseSection, string>>> = {
  summary: 'written together',
  description: 'written by hand, after the meeting',
}
