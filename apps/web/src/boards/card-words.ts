import { type BoardKind, chapterOf, STAGES, type Stage } from '@second-story/board'
import type { BoardCard } from '@second-story/protocol'
import { chapterWords, KIND_WORDS } from '../board/stage-words.ts'

/** What stands under a board's title: its kind, where it is, and what is on it. */
export function cardWords(card: BoardCard, now: number): readonly string[] {
  const kind = card.kind as BoardKind
  const stage = STAGES.find((one): one is Stage => one === card.stage)
  const chapter = stage ? [chapterWords(kind, chapterOf(stage))] : []
  return [KIND_WORDS[kind], ...chapter, contentWords(card) ?? editedWords(card.updatedAt, now)]
}

function contentWords({ kind, counts }: BoardCard): string | null {
  const [count, noun] =
    kind === 'incident-review' ? [counts.factors, 'factor'] : [counts.components, 'component']
  if (count === 0) return null
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`
}

const DAY_MS = 24 * 60 * 60_000

/** "edited today", "edited on Tuesday", "edited on 3 March". */
export function editedWords(at: number, now: number): string {
  const days = Math.floor((startOfDay(now) - startOfDay(at)) / DAY_MS + 0.5)
  if (days <= 0) return 'edited today'
  if (days === 1) return 'edited yesterday'
  if (days < 7) return `edited on ${new Date(at).toLocaleDateString('en-GB', { weekday: 'long' })}`
  return `edited on ${new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}`
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}

/** The title that a new board opens with, ready to be overtyped. */
export function newTitle(kind: BoardKind, now: number): string {
  const date = new Date(now).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })
  switch (kind) {
    case 'chaos-day':
      return `Chaos Day, ${date}`
    case 'incident-review':
      return `Review of ${date}`
    case 'team-of-teams':
      return `Team of teams, ${date}`
    case 'blank':
      return `Sketch of ${date}`
  }
}
