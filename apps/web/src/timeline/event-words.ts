import { EVENT_KINDS } from '@second-story/board'

/** What kinds of event are called. */
export const EVENT_KIND_WORDS: Readonly<Record<(typeof EVENT_KINDS)[number], string>> = {
  background: 'Background',
  change: 'Change',
  system: 'System',
  alert: 'Alert',
  realisation: 'Realisation',
  hypothesis: 'A thought',
  decision: 'Decision',
  action: 'Action',
  coordination: 'Coordination',
  communication: 'Communication',
  difficulty: 'Difficulty',
  end: 'End',
}

export const EVENT_KIND_CHOICES = EVENT_KINDS.map((id) => ({ id, label: EVENT_KIND_WORDS[id] }))
