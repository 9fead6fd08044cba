import { type BoardKind, CHAPTERS, type Chapter, chapterOf, type Stage, stagesOf } from '@second-story/board'

/** What a stage is called on the screen. */
const WORDS: Readonly<Record<Stage, string>> = {
  plan: 'Plan',
  sketch: 'Sketch',
  brainstorm: 'Brainstorm',
  prepare: 'Prepare',
  brief: 'Briefing',
  run: 'Run',
  close: 'Close-down',
  retro: 'Look back',
  share: 'Share',
  meeting: 'Meeting',
  soak: 'Soak time',
  planning: 'Planning',
  record: 'Record',
  archive: 'Archive',
}

export const KIND_WORDS: Readonly<Record<BoardKind, string>> = {
  'chaos-day': 'Chaos Day',
  'incident-review': 'Incident review',
  'team-of-teams': 'Team of teams',
  blank: 'Blank',
}

export function stageWords(stage: Stage): string {
  return WORDS[stage]
}

export function chapterWords(kind: BoardKind, chapter: Chapter): string {
  if (chapter === 'run') return kind === 'incident-review' ? 'Meet' : 'Run'
  return { prepare: 'Prepare', learn: 'Learn', share: 'Share' }[chapter]
}

export interface ChapterEntry {
  readonly chapter: Chapter
  readonly label: string
  readonly state: 'done' | 'now' | 'ahead'
  readonly stages: readonly Stage[]
}

/** The four chapters with their stages, seen from where the gathering is; none for boards without stages. */
export function chaptersOf(kind: BoardKind, stage: Stage | null): readonly ChapterEntry[] {
  const stages = stagesOf(kind)
  if (stages.length === 0) return []
  const now = CHAPTERS.indexOf(chapterOf(stage ?? stages[0] ?? 'prepare'))
  return CHAPTERS.map((chapter, index) => ({
    chapter,
    label: chapterWords(kind, chapter),
    state: index < now ? 'done' : index === now ? 'now' : 'ahead',
    stages: stages.filter((one) => chapterOf(one) === chapter),
  }))
}
