import type { BoardKind, BoardSnapshot } from '@second-story/board'
import type { Section, WrittenRecord } from '../record.ts'
import { commentSection } from './comments.ts'
import { datesOf, timesOf } from './dates.ts'
import { description } from './description.ts'
import { factors } from './factors.ts'
import { harder } from './harder.ts'
import { helped } from './helped.ts'
import { impact } from './impact.ts'
import { learnt } from './learnt.ts'
import { parked } from './parked.ts'
import { questions } from './questions.ts'
import type { SectionComposer } from './section.ts'
import { summary } from './summary.ts'
import { surprises } from './surprises.ts'
import { system } from './system.ts'
import { timeline } from './timeline.ts'
import { View } from './view.ts'

/** DOMAIN section 6: base is Truss's template; the summary says whether to read on. */
const REVIEW = [
  summary,
  impact,
  system,
  description,
  timeline,
  factors,
  harder,
  helped,
  surprises,
  learnt,
  questions,
] as const

/** On a Chaos Day the sketch and what it taught come first. */
const CHAOS_DAY = [
  summary,
  system,
  description,
  timeline,
  surprises,
  learnt,
  helped,
  harder,
  factors,
  impact,
  questions,
] as const

export interface RecordOptions {
  /** what people said beside the board comes last; false unless told */
  readonly comments?: boolean
}

/**
 * The record of a board: what is common and how it was conducted, no author, no clock. Equal boards give equal
 * records, whatever order their documents hold things in.
 */
export function composeRecord(board: BoardSnapshot, { comments = false }: RecordOptions = {}): WrittenRecord {
  const view = new View(board)
  const { title, kind, zone, parkedInRecord } = view.conduct
  const composers: readonly SectionComposer[] = parkedInRecord ? [...orderOf(kind), parked] : orderOf(kind)
  const sections = composers
    .map((composer): Section => {
      const { key, title: heading, byHand } = composer
      return { key, title: heading, byHand, blocks: composer.compose(view) }
    })
    .filter((section) => isExpected(kind, section))
  if (comments) sections.push(commentSection(board))
  return {
    title: title.trim().replace(/\s+/g, ' ') || 'A board without a title',
    kind,
    zone,
    dates: datesOf(view),
    times: timesOf(view),
    sections,
    sources: view.sources.list(),
  }
}

function orderOf(kind: BoardKind): readonly SectionComposer[] {
  return kind === 'chaos-day' ? CHAOS_DAY : REVIEW
}

/** A review says of every section that nothing was written; a blank board only of those that people write. */
function isExpected(kind: BoardKind, section: Section): boolean {
  return kind === 'incident-review' || kind === 'chaos-day' || section.byHand || section.blocks.length > 0
}
